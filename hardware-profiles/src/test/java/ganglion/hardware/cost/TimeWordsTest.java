package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.CostNotes.TimeWords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimeWordsTest {

    private static final List<TimeModel> ALL = List.of(
            new BarrierTicks(List.of()),
            new RealTimeTicks(Optional.empty()),
            new DeadlineTicks(),
            new AsynchronousEvents(true),
            new SerialTicks());

    @Test
    void knowsEveryTimeModel() {
        Set<Class<?>> covered = ALL.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(TimeModel.class.getPermittedSubclasses()), covered);

        Set<String> sentences = new HashSet<>();
        for (TimeModel model : ALL) {
            Optional<String> sentence = TimeWords.of(model, Optional.empty());
            assertEquals(model instanceof SerialTicks, sentence.isEmpty(), model.name());
            sentence.ifPresent(text -> assertTrue(text.endsWith(".") && sentences.add(text), text));
        }
    }

    @Test
    void takesTheFormOfTheRequestBeforeThatOfTheChip() {
        BarrierTicks phases = new BarrierTicks(List.of());

        assertTrue(TimeWords.of(phases, Optional.empty()).orElseThrow().contains("the longest path"));
        assertTrue(TimeWords.of(phases, Optional.of(TimingForm.SIMPLE))
                .orElseThrow()
                .contains("the network is left out"));
        assertTrue(TimeWords.of(phases, Optional.of(TimingForm.DETAILED))
                .orElseThrow()
                .contains("contention for links"));
    }

    @Test
    void saysHowTheBarrierIsReadBetweenItsPoints() {
        BarrierTicks stepped = new BarrierTicks(List.of(), true, TimingForm.PHASES, Optional.empty());

        assertTrue(TimeWords.of(stepped, Optional.empty()).orElseThrow().contains("next smaller number of tiles"));
        assertFalse(TimeWords.of(stepped, Optional.empty()).orElseThrow().contains("linear"));
        assertTrue(TimeWords.of(new BarrierTicks(List.of()), Optional.empty())
                .orElseThrow()
                .contains("the barrier is linear"));
    }
}
