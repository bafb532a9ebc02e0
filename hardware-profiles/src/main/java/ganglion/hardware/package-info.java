/**
 * Estimates the energy and the time of a run on a chip, from its exact activity and a profile whose every figure has a
 * source. This package holds no type; the packages below use only those above them.
 *
 * <pre>
 *  figure       one number with unit, evidence and interval
 *  signal       counts of the operations of a front end
 *  chip         a chip as a document describes it: mesh, limits, time model, figures by operation
 *  library      reads profile documents, and keeps those that ship with Ganglion
 *  placement    assigns neurons to cores, and folds their synapses into tables
 *  precision    rounds a network to a chip's bits
 *  metrics      counts of a network that the literature compares by, and the work of its dense equivalent
 *  activity     counts the operations of a run, tick by tick and core by core
 *  latency      times each tick
 *  dense        layers of the equivalent dense network; times of a conventional processor for them and a front end
 *  layered      networks known by sizes and counts of their layers, and their place on a chip
 *  cost         prices the counts: Costing takes a Workload and gives a ChipCost
 *  estimate     what one decision takes on a device: three energies under named boundaries, time of work, grade, break-even
 *  validation   compares profiles with published measurements
 * </pre>
 *
 * <p>Energies are in joules, times in seconds, powers in watts, unless a name says otherwise. Everything here is immutable
 * or confined to one call, so one run may be costed on many profiles at once, from any thread.
 */
package ganglion.hardware;
