"""What a desk has accepted as fact: reviewed, versioned snapshots in plain files."""
