"""What the launcher and all commands share; standard library only, for nothing may be installed yet."""
