/**
 * Networks and spikes in and out: NIR graphs become scenarios and scenarios NIR graphs; networks that are mapped for SANA-FE
 * become scenarios with a profile of their chip; spikes come in from the formats of
 * the field and go out to them.
 */
package ganglion.scenario.interchange;
