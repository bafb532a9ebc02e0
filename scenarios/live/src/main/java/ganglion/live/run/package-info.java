/**
 * A network that runs while sound arrives: {@code LiveScenario} is a scenario that can be heard live, {@code LiveRun} runs it tick by tick, fed by a {@code TickFeed},
 * and shows each tick as a {@code LiveTick}. {@code TickDecider} decides with a {@code WindowReadOut}, which scores the
 * classes over a window that slides, and a {@code HeldDecision}, which keeps the decision from flickering.
 */
package ganglion.live.run;
