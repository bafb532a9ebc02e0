/**
 * From a network to a {@link ganglion.scenario.interchange.nir.NirGraph} that means the same. Factors per tick become time
 * constants such that importing the graph again, by forward Euler with the tick as the step, gives the same factors to the
 * last bit; where no such time constant exists, that is noted. What NIR cannot say is refused.
 */
package ganglion.scenario.interchange.export;
