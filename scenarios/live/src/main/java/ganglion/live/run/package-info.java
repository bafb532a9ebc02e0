/**
 * A network that runs while sound arrives: {@code LiveScenario} is a scenario that can be heard live, {@code LiveRun} runs it tick by tick, fed by a {@code TickFeed}
 * and told of changes by {@code TickChanges}, and shows each tick as a {@code LiveTick}. {@code ReplayedSound} does the same with sound and changes that are known.
 */
package ganglion.live.run;
