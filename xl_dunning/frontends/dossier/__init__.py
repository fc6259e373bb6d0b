"""The dossier of a handover: what stands on its pages, and the files that go along."""
