"""The wire contract: what goes in, what comes out. Imports nothing of ours."""
