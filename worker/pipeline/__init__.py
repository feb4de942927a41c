"""The functional core: bytes in, Outcome out. No Kafka, files, clock, logging or metrics in here."""
