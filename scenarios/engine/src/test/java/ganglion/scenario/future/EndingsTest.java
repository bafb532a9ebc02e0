package ganglion.scenario.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an input may play in the place of the rest of a clip. */
final class EndingsTest {

    private static final Clip FIRST = new Clip("ear", "a", "A", 0, 10);
    private static final Clip SECOND = new Clip("ear", "b", "B", 20, 26);
    private static final Clip THIRD = new Clip("ear", "c", "C", 30, 50);
    private static final Clip BESIDE = new Clip("eye", "d", "D", 0, 50);
    private static final CounterRandom RANDOM = CounterRandom.of(1, 2);

    private static DecidedClip decided(Clip clip, long until) {
        return new DecidedClip(
                0,
                new Decision(clip.file(), "", clip.fromTick(), until, "", new int[1], OptionalLong.empty(), false),
                Optional.of(clip));
    }

    /** A spike of neuron 0 in every tick, and at tick 22 one of neuron 1. */
    private static InputSpikes everyTick(long jitterTicks, double deletion) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(2).add(22, 1);
        IntStream.range(0, 60).forEach(tick -> spikes.add(tick, 0));
        Network network = new Network(List.of(new Population("ear", 2, new SpikeSource(spikes.build()))), List.of());
        return new InputSpikes(
                network, List.of(SpikeRaster.empty(2)), new FutureRules(1, 1, jitterTicks, deletion, 0.99));
    }

    private static List<Long> ticks(SpikeRaster spikes, int neuron) {
        return IntStream.range(0, spikes.size())
                .filter(i -> spikes.neuron(i) == neuron)
                .mapToObj(spikes::tick)
                .toList();
    }

    @Test
    void everyOtherClipOfTheInputAndSilenceComeBeforeOneComesAgain() {
        Endings endings = new Endings(decided(FIRST, 12), List.of(FIRST, BESIDE, SECOND, THIRD), RANDOM);

        assertEquals(3, endings.count());
        Set<Ending> drawn = new HashSet<>();
        IntStream.range(0, 3).forEach(future -> drawn.add(endings.of(future, "ear")));
        assertEquals(Set.of(new Ending(-20, 26, 10), new Ending(-30, 50, 10), Ending.silence(12)), drawn);
        assertEquals(endings.of(0, "ear"), endings.of(3, "ear"));
        assertEquals(Ending.own(12), endings.of(1, "background"));
    }

    /** Of the second clip, 6 ticks long, the third has still to hear ticks 4 and 5 when it has heard 4. */
    @Test
    void anotherClipGoesOnFromTheSameTimeAndEndsWhereItEnds() {
        InputSpikes spikes = everyTick(0, 0);

        Ending other = new Ending(10, 26, 50);
        assertEquals(List.of(34L, 35L), ticks(spikes.after(34, 0, other, RANDOM), 0));
        assertEquals(List.of(32L), ticks(spikes.after(30, 0, other, RANDOM), 1));
        assertEquals(List.of(), ticks(spikes.after(36, 0, other, RANDOM), 0));
        assertEquals(List.of(), ticks(spikes.after(30, 0, Ending.silence(50), RANDOM), 0));
        assertEquals(List.of(4L, 5L), ticks(spikes.after(4, 0, new Ending(-30, 50, 6), RANDOM), 0));
        assertEquals(List.of(57L, 58L), ticks(spikes.after(57, 0, Ending.own(59), RANDOM), 0));
    }

    /** Spikes that would be moved into the past are mirrored; a neuron fires once in a tick. */
    @Test
    void disturbedSpikesStayWithinTheFuture() {
        SpikeRaster moved = everyTick(5, 0).after(40, 0, Ending.own(60), RANDOM);
        SpikeRaster fewer = everyTick(0, 0.5).after(0, 0, Ending.own(60), RANDOM);

        List<Long> ticks = ticks(moved, 0);
        assertEquals(List.copyOf(new TreeSet<>(ticks)), ticks);
        assertEquals(true, ticks.get(0) >= 40 && ticks.get(ticks.size() - 1) < 60 && ticks.size() < 20);
        assertEquals(30, fewer.size(), 12);
        assertEquals(0, everyTick(0, 1).after(0, 0, Ending.own(60), RANDOM).size());
    }

    /** So that curves change by what is known, and not by other noise. */
    @Test
    void aSpikeIsDisturbedAlikeWheneverTheFutureStarts() {
        InputSpikes spikes = everyTick(0, 0.5);

        assertEquals(
                spikes.after(10, 0, Ending.own(60), RANDOM).between(30, 60),
                spikes.after(30, 0, Ending.own(60), RANDOM));
    }

    @Test
    void rulesHaveRanges() {
        assertThrows(IllegalArgumentException.class, () -> new FutureRules(0, 1, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FutureRules(1, FutureRules.MOST_MOMENTS + 1, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FutureRules(1, 1, -1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FutureRules(1, 1, 0, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FutureRules(1, 1, 0, 0, 0));
    }
}
