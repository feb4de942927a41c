"""A real Apache Kafka for tests and measurements: fetched by Maven, run on 127.0.0.1, gone with its process."""
