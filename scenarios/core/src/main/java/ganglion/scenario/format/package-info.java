/**
 * The scenario file format. {@link ganglion.scenario.format.ScenarioKeys} lists the keys at the root; the packages below
 * declare those of inputs, neuron models, synapses, recording, hardware and expectations. The JSON Schema comes from these
 * declarations on first use, and {@code docs/formats/schemas/scenario.schema.json} is a copy for editors. A YAML or JSON
 * document is bounded before it is parsed and checked against the schema before it is read through the same declarations,
 * which make a {@link ganglion.scenario.model.Scenario} of it. No class is ever named by a document.
 */
package ganglion.scenario.format;
