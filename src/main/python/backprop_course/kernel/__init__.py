"""The Java kernel: its kernelspec, its class-data archive, and a client without a front end."""
