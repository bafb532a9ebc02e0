/**
 * The scenario file format: its JSON Schema (the resource {@code ganglion/scenario/scenario.schema.json}, which is also its
 * documentation) and the way from a YAML or JSON document to a {@link ganglion.scenario.model.Scenario}. Documents are bounded
 * before they are parsed, validated before they are read, and read by hand: no class is ever named by a document.
 */
package ganglion.scenario.format;
