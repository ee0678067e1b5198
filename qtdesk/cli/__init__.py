"""The command line: the second front end, which never loads Qt."""
