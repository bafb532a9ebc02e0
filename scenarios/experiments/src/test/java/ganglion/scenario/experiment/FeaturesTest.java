package ganglion.scenario.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.data.SpikeBinning;
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
    void soundsAreOfThreeKinds() {
        List<DataSource.Kind> sounds = Arrays.stream(DataSource.Kind.values())
                .filter(DataSource.Kind::isSound)
                .collect(Collectors.toList());

        assertEquals(List.of(DataSource.Kind.FOLDERS, DataSource.Kind.NOTES, DataSource.Kind.TABLE), sounds);
    }
}
