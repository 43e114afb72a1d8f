"""Discourse networks of coded statements, as Discourse Network Analyzer defines them; pure computation."""

from onrecord.networks.backbone import Removed, disparity, nested
from onrecord.networks.build import network
from onrecord.networks.calendar import Step
from onrecord.networks.coded import Coded, Value
from onrecord.networks.communities import communities, modularity
from onrecord.networks.design import Aggregation, Design, Duplicates, Mode, Normalization, Shape
from onrecord.networks.events import Events
from onrecord.networks.moving import Kernel, Window, windows
from onrecord.networks.network import Edge, Network
from onrecord.networks.polarisation import Polarisation, polarisation

__all__ = [
    "Aggregation",
    "Coded",
    "Design",
    "Duplicates",
    "Edge",
    "Events",
    "Kernel",
    "Mode",
    "Network",
    "Normalization",
    "Polarisation",
    "Removed",
    "Shape",
    "Step",
    "Value",
    "Window",
    "communities",
    "disparity",
    "modularity",
    "nested",
    "network",
    "polarisation",
    "windows",
]
