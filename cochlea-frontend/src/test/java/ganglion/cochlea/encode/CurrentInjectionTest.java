package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurrentInjectionTest {

    /** Nothing is lost: neurons that take the currents give the spikes that the ear's own neurons would have given. */
    @Test
    void theCurrentsHoldAllThatSpikingNeuronsNeed() {
        double[] samples = new double[8_000];
        Arrays.setAll(samples, k -> 0.3 * Math.sin(2 * Math.PI * 700 * k / 16_000));
        AudioClip clip = new AudioClip(samples, 16_000);
        CochleaOutput spiking = new Cochlea(CochleaParameters.DEFAULT).hear(clip);

        CochleaOutput currents = new Cochlea(CochleaParameters.DEFAULT.withEncoder(new CurrentInjection())).hear(clip);

        assertEquals(0, currents.spikes().size());
        assertEquals(64, currents.spikes().neuronCount());
        double[] drives = new double[currents.frames() * 64];
        for (int frame = 0; frame < currents.frames(); frame++) {
            System.arraycopy(currents.drive().frame(frame), 0, drives, frame * 64, 64);
        }
        SpikeRaster injected = Encoded.raster(LifEncoder.STUDY, 64, drives);
        assertTrue(injected.size() > 0);
        assertEquals(spiking.spikes(), injected);
    }
}
