package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.expression.Tones.Partial;
import org.junit.jupiter.api.Test;

class PartialsTest {

    private static Partials partials(double[] samples, int most) {
        PhaseAdvance spectra = new PhaseAdvance(Tones.RATE_HERTZ, 1024, 160, 1);
        Partials partials = new Partials(spectra.bins(), most);
        for (int frame = 0; frame < 100; frame++) {
            spectra.add(samples, frame * 160);
            partials.add(spectra);
        }
        return partials;
    }

    @Test
    void theStrongestComeFirst() {
        Partials partials =
                partials(Tones.of(Partial.steady(500, 0.1), Partial.steady(1000, 0.3), Partial.steady(1500, 0.2)), 3);

        assertEquals(3, partials.find());
        assertEquals(64, partials.bin(0));
        assertEquals(96, partials.bin(1));
        assertEquals(32, partials.bin(2));
    }

    @Test
    void noMoreAreTakenThanThereIsRoomFor() {
        Partials partials =
                partials(Tones.of(Partial.steady(500, 0.1), Partial.steady(1000, 0.3), Partial.steady(1500, 0.2)), 2);

        assertEquals(2, partials.find());
        assertEquals(64, partials.bin(0));
        assertEquals(96, partials.bin(1));
    }

    @Test
    void silenceHasNone() {
        assertEquals(0, partials(new double[32_000], 3).find());
    }
}
