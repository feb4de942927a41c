"""Faust as its documentation shows it: an agent that sends, and does not wait for the delivery."""

import sys
from typing import Any

import faust

bootstrap, source, target, group = sys.argv[1:]
app = faust.App(
    group, broker=f"kafka://{bootstrap}", key_serializer="raw", value_serializer="raw", web_enabled=False,
    topic_disable_leader=True, topic_allow_declare=False, consumer_auto_offset_reset="earliest",
    datadir=f"/tmp/{group}", producer_compression_type="lz4",  # noqa: S108 - named after a random group
)
articles = app.topic(source, key_type=bytes, value_type=bytes)
facts = app.topic(target, key_type=bytes, value_type=bytes)


@app.agent(articles)
async def forward(stream: Any) -> None:
    async for event in stream.events():
        await facts.send(key=event.key, value=event.value)


sys.argv[1:] = ["worker", "--without-web", "--loglevel=warn"]
app.main()
