"""Endpoints of studies: questions to the engine, and the studies that were kept."""

from ninja import Router

router = Router(tags=["studies"])
