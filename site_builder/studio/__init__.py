"""A recording → audio fit for listeners, and figures that tell whether it is. Only this room runs ffmpeg."""
