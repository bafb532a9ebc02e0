package ganglion.scenario.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Neurons;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The records of an experiment: features, plans, data sources, and copies of their lists. */
class FeaturesTest {

    private static final Features.Heard HEARD =
            new Features.Heard(new HearingSettings(CochleaParameters.DEFAULT, HeardAs.NUMBERS, 100, Augmentation.NONE));
    private static final Features RECORDED = new Features.Recorded(new SpikeBinning(0.002, 20, 6));

    @Test
    void featuresOfSoundsHaveTheStepsOfTheCochlea() {
        assertTrue(HEARD.fromSound());
        assertEquals(100, HEARD.steps());
        assertEquals(CochleaParameters.DEFAULT.hopSeconds(), HEARD.stepSeconds());
        assertEquals(CochleaParameters.DEFAULT.mel().bands(), HEARD.inputs(), "one number per band");
    }

    @Test
    void recordedSpikesHaveTheStepsOfTheirBinning() {
        assertFalse(RECORDED.fromSound());
        assertEquals(20, RECORDED.steps());
        assertEquals(0.002, RECORDED.stepSeconds());
        assertEquals(6, RECORDED.inputs());
    }

    @Test
    void anotherDurationIsRoundedToStepsAndIsAtLeastOne() {
        double step = HEARD.stepSeconds();

        assertEquals(3, HEARD.withDuration(3.4 * step).steps());
        assertEquals(4, HEARD.withDuration(3.6 * step).steps());
        assertEquals(1, HEARD.withDuration(0).steps());
        assertEquals(HEARD.inputs(), HEARD.withDuration(step).inputs());
        assertSame(RECORDED, RECORDED.withDuration(1), "recorded spikes have the length of their file");
    }

    @Test
    void thePlanOfANetworkKnowsItsOutputs() {
        NetworkPlan plan = new NetworkPlan(
                LayerShape.of(6),
                List.of(new Dense(4, true), Neurons.leaky(0.9), new Dense(3, false), Neurons.integrator(0.9)));

        assertEquals(3, plan.outputs());
        assertEquals(6, new NetworkPlan(LayerShape.of(6), List.of()).outputs());
    }

    @Test
    void soundsAreOfThreeKinds() {
        List<DataSource.Kind> sounds = Arrays.stream(DataSource.Kind.values())
                .filter(DataSource.Kind::isSound)
                .collect(Collectors.toList());

        assertEquals(List.of(DataSource.Kind.FOLDERS, DataSource.Kind.NOTES, DataSource.Kind.TABLE), sounds);
    }

    @Test
    void listsAreCopied() {
        List<String> groups = new ArrayList<>(List.of("a"));
        HoldOut holdOut = new HoldOut("/data/hold-out", true, 0.2, groups, 1);
        groups.add("b");

        assertEquals(List.of("a"), holdOut.groups());
        assertThrows(UnsupportedOperationException.class, () -> holdOut.groups().add("c"));
    }

    @Test
    void aPlanWithoutChangesHasNoNoise() {
        assertFalse(AugmentationPlan.NONE.changes().noise().active());
        assertTrue(AugmentationPlan.NONE.noiseFolder().isEmpty());
    }

    @Test
    void progressNeedsNoMethods() {
        TrainingProgress progress = new TrainingProgress() {};

        progress.advanced("reading", 0.5);
        progress.epochDone("epoch 1/1");

        assertFalse(progress.stopRequested());
    }
}
