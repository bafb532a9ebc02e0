package ganglion.scenario.interchange.export;

import ganglion.scenario.interchange.compile.Discretisation;

/**
 * How a graph is to be read again.
 *
 * @param stepSeconds what a tick is in the time of the graph
 * @param discretisation how its time constants are to become factors per step
 * @param resetAtOnce whether neurons that reset at the tick after a spike are written as if they did so at once
 */
public record ExportOptions(double stepSeconds, Discretisation discretisation, boolean resetAtOnce) {}
