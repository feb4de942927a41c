"""Quix Streams with its exactly-once guarantee: librdkafka, one transaction a second."""

import sys

from quixstreams import Application

bootstrap, source, target, group, guarantee = sys.argv[1:]
app = Application(
    bootstrap, consumer_group=group, auto_offset_reset="earliest", auto_create_topics=False, loglevel="WARNING",
    processing_guarantee=guarantee, commit_interval=1.0,
    consumer_extra_config={"session.timeout.ms": 6000, "heartbeat.interval.ms": 1000},
)
articles = app.topic(source, key_deserializer="bytes", value_deserializer="bytes")
facts = app.topic(target, key_serializer="bytes", value_serializer="bytes")
app.dataframe(articles).to_topic(facts)
app.run()
