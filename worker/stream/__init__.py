"""The imperative shell: the only importer of Faust and aiokafka."""
