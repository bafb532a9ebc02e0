package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.rhythm.RhythmTrains.Kind;
import ganglion.study.rhythm.RhythmTrains.Train;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RhythmTrainsTest {

    private static final int TICKS = 400;

    private static RhythmTrains exact() {
        return new RhythmTrains(new CounterRandom(1), TICKS, new RhythmDisturbance(0, 0, 0, 0));
    }

    private static Train first(RhythmTrains trains, Kind kind) {
        long number = 0;
        while (trains.at(number).kind() != kind) {
            number++;
        }
        return trains.at(number);
    }

    @Test
    void anExactRhythmRepeatsAfterAPeriodOf24Ticks() {
        boolean[] spikes = new boolean[TICKS];
        for (int spike : first(exact(), Kind.RHYTHM).spikes()) {
            spikes[spike] = true;
        }
        for (int tick = 24; tick < TICKS; tick++) {
            assertEquals(spikes[tick - 24], spikes[tick], "tick " + tick);
        }
    }

    @Test
    void intervalsAreThoseOfTheRhythmAlsoWhenTheyAreShuffled() {
        for (Kind kind : new Kind[] {Kind.RHYTHM, Kind.SHUFFLED}) {
            int[] spikes = first(exact(), kind).spikes();
            for (int i = 1; i < spikes.length; i++) {
                assertTrue(Set.of(5, 8, 11).contains(spikes[i] - spikes[i - 1]), kind + " at " + i);
            }
        }
    }

    @Test
    void halfOfTheTrainsHaveTheRhythmAndTheOthersAreOfAllKinds() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (int number = 0; number < 2000; number++) {
            Train train = exact().at(number);
            counts.merge(train.kind(), 1, Integer::sum);
            assertEquals(train.kind() == Kind.RHYTHM ? 1 : 0, train.label());
        }
        assertEquals(1000, counts.get(Kind.RHYTHM), 100);
        for (Kind kind : Set.of(Kind.POISSON, Kind.SHUFFLED, Kind.OTHER_TEMPO)) {
            assertEquals(333, counts.get(kind), 70, kind::toString);
        }
    }

    @Test
    void theRateDoesNotTellRhythmPoissonAndShuffledTrainsApart() {
        RhythmTrains trains = new RhythmTrains(new CounterRandom(2), TICKS, new RhythmDisturbance(2, 0.1, 0, 0));
        Map<Kind, Double> spikes = new EnumMap<>(Kind.class);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (int number = 0; number < 2000; number++) {
            Train train = trains.at(number);
            spikes.merge(train.kind(), (double) train.spikes().length, Double::sum);
            counts.merge(train.kind(), 1, Integer::sum);
        }
        double expected = 0.9 * 3 * TICKS * 5 / 120;
        for (Kind kind : Set.of(Kind.RHYTHM, Kind.POISSON, Kind.SHUFFLED)) {
            assertEquals(expected, spikes.get(kind) / counts.get(kind), 1.5, kind::toString);
        }
    }

    @Test
    void phasesVaryAndSpikesStayWithinTheTrain() {
        Set<Integer> firstSpikes = new HashSet<>();
        RhythmTrains trains = new RhythmTrains(new CounterRandom(3), TICKS, new RhythmDisturbance(20, 0.3, 0, 0));
        for (int number = 0; number < 300; number++) {
            int[] spikes = trains.at(number).spikes();
            firstSpikes.add(spikes[0]);
            assertArrayEquals(Arrays.stream(spikes).distinct().sorted().toArray(), spikes);
            assertTrue(spikes[0] >= 0 && spikes[spikes.length - 1] < TICKS);
        }
        assertTrue(firstSpikes.size() > 10, firstSpikes::toString);
    }

    @Test
    void aTrainFollowsFromItsNumber() {
        RhythmTrains trains = new RhythmTrains(new CounterRandom(4), TICKS, new RhythmDisturbance(2, 0.1, 0, 0));

        assertArrayEquals(trains.at(7).spikes(), trains.at(7).spikes());
        assertFalse(Arrays.equals(trains.at(7).spikes(), trains.at(8).spikes()));
    }

    private static RhythmTrains disturbed(double tempo, double extra) {
        return new RhythmTrains(new CounterRandom(5), TICKS, new RhythmDisturbance(0, 0, tempo, extra));
    }

    /** Nothing else of a train changes. */
    @Test
    void extraSpikesComeOnTopOfATrain() {
        double extra = 0;
        for (int number = 0; number < 100; number++) {
            List<Integer> plain =
                    Arrays.stream(disturbed(0, 0).at(number).spikes()).boxed().toList();
            List<Integer> more =
                    Arrays.stream(disturbed(0, 20).at(number).spikes()).boxed().toList();
            assertTrue(more.containsAll(plain));
            extra += more.size() - plain.size();
        }
        double freeTicks = TICKS * (1 - 3 * 5 / 120.0);
        assertEquals(0.1 * freeTicks, extra / 100, 4);
    }

    @Test
    void aDisturbanceIsToldInOneLine() {
        assertEquals(
                "jitter 5 ms, 10 % missing, tempo +- 7.5 %, 0 extra spikes per second",
                new RhythmDisturbance(5, 0.1, 0.075, 0).text());
    }
}
