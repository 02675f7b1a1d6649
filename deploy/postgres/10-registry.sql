-- Runs once, when the volume is new: the schema registry keeps its schemas beside the rest.
CREATE DATABASE registry;
