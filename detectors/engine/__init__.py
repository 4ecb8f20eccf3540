"""The engine: one pass over the bytes for all detectors, then evidence weighed."""

from detectors.engine.results import Found, detections
from detectors.engine.session import Engine, Session
from detectors.engine.touched import Touched

__all__ = ["Engine", "Found", "Session", "Touched", "detections"]
