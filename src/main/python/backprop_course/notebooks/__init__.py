"""Notebooks: opened in JupyterLab (`lab`), executed and compared (`run`), and their index."""
