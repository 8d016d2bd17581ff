"""Tell which documents named in several articles are one."""
