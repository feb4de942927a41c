"""What operators see of the worker: metrics, health, logs."""
