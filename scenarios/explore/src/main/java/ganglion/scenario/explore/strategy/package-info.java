/**
 * What a search tries next and what it goes on with. {@link ganglion.scenario.explore.strategy.Brackets} has the rounds of successive halving,
 * {@link ganglion.scenario.explore.strategy.Proposer} the configurations that they begin with, and {@link
 * ganglion.scenario.explore.strategy.NonDominatedOrder} says which are the best. Nothing here trains a network or looks at a clock.
 */
package ganglion.scenario.explore.strategy;
