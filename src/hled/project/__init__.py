"""The parts put together: settings, routes, API object, command tree. Nobody imports it."""
