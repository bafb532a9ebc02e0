/**
 * Networks and spikes in and out: NIR graphs become scenarios and scenarios NIR graphs; spikes come in from the formats of the field and
 * go out to them. {@link ganglion.scenario.interchange.ImportFiles} writes what any import makes.
 */
package ganglion.scenario.interchange;
