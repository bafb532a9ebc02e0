/** Decisions without an end: {@code WindowReadOut} scores classes over a window that slides, {@code HeldDecision} keeps the decision from flickering. */
package ganglion.live.decide;
