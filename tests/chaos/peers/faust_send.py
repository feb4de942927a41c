"""Faust as its documentation shows it: an agent that sends. The only setting that differs is a short session."""

import sys
from typing import Any

import faust

bootstrap, source, target, group, guarantee = sys.argv[1:]
app = faust.App(
    group, broker=[f"kafka://{one}" for one in bootstrap.split(",")], key_serializer="raw", value_serializer="raw",
    web_enabled=False, topic_disable_leader=True, topic_allow_declare=False, consumer_auto_offset_reset="earliest",
    datadir=f"/tmp/{group}", processing_guarantee=guarantee,  # noqa: S108 - named after a random group
    broker_session_timeout=6.0, broker_heartbeat_interval=1.0, broker_request_timeout=20.0,
)
articles = app.topic(source, key_type=bytes, value_type=bytes)
facts = app.topic(target, key_type=bytes, value_type=bytes)


@app.agent(articles)
async def forward(stream: Any) -> None:
    async for event in stream.events():
        await facts.send(key=event.key, value=event.value)


sys.argv[1:] = ["worker", "--without-web", "--loglevel=warn"]
app.main()
