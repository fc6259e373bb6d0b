"""The policies that are shipped, one TOML file each, and how any policy file is loaded."""
