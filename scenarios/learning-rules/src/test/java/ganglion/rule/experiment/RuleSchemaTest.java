package ganglion.rule.experiment;

import ganglion.scenario.experiment.format.ExperimentSchemaTest;

/** Schemas and references of the tasks of this module, and of those that it builds on. */
class RuleSchemaTest extends ExperimentSchemaTest {}
