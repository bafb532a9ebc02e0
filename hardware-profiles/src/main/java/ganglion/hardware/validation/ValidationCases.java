package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published measurements that the profiles are held against. A profile has one set of figures; none is changed for a
 * case. Every number here is in the sheet of evidence or follows from it.
 */
public final class ValidationCases {

    /** Layers of the keyword spotter of Blouw et al. 2019. */
    private static final long KEYWORD_PRODUCTS = 390L * 256 + 256 * 256 + 256 * 29;

    private ValidationCases() {}

    /**
     * All cases with an estimate.
     *
     * @throws ProfileException never, as long as the profiles that ship are there
     */
    public static List<ValidationCase> estimated() throws ProfileException {
        return List.of(
                odinAtFullRate(),
                odinPerOperation(),
                trueNorth("TrueNorth along its sweep, low end, 0.8 V", 1.5541e9, 68e-3),
                trueNorth("TrueNorth along its sweep, high end, 0.8 V", 1.28742e10, 94e-3),
                trueNorthAllIn(),
                spinnakerNeurons(),
                spinnakerSynapses(),
                keywords("desktop-cpu", "CPU", 6.32e-3),
                keywords("gpu-titan-black", "GPU", 29.67e-3),
                heartbeat());
    }

    private static ValidationCase odinAtFullRate() throws ProfileException {
        RateEstimate estimate =
                RateEstimate.of(ProfileLibrary.find("odin"), 1, Map.of(Operation.CROSSBAR_OPERATION, 37.5e6));
        return new ValidationCase(
                "ODIN, 37.5 million operations a second, 0.55 V, 75 MHz",
                "odin",
                Dimension.POWER,
                estimate.watts(),
                known(estimate.interval()),
                477e-6,
                "Frenkel et al. 2019",
                true,
                "leakage, clock and operations of the published model");
    }

    private static ValidationCase odinPerOperation() throws ProfileException {
        double rate = 37.5e6;
        RateEstimate estimate =
                RateEstimate.of(ProfileLibrary.find("odin"), 1, Map.of(Operation.CROSSBAR_OPERATION, rate));
        return new ValidationCase(
                "ODIN, one operation, all-in, 0.55 V, 75 MHz",
                "odin",
                Dimension.ENERGY,
                estimate.watts() / rate,
                known(estimate.interval().times(1 / rate)),
                12.7e-12,
                "Frenkel et al. 2019",
                true,
                "power divided by the rate of operations");
    }

    private static ValidationCase trueNorth(String name, double perSecond, double watts) throws ProfileException {
        RateEstimate estimate =
                RateEstimate.of(ProfileLibrary.find("truenorth"), 1, Map.of(Operation.SYNAPTIC_OPERATION, perSecond));
        return new ValidationCase(
                name,
                "truenorth",
                Dimension.POWER,
                estimate.watts(),
                known(estimate.interval()),
                watts,
                "Akopyan et al. 2015, Fig. 17",
                true,
                "one of the two points that the profile's figures are derived from");
    }

    private static ValidationCase trueNorthAllIn() throws ProfileException {
        double rate = 4096 * 256 * 20.0 * 128;
        RateEstimate estimate =
                RateEstimate.of(ProfileLibrary.find("truenorth"), 1, Map.of(Operation.SYNAPTIC_OPERATION, rate));
        return new ValidationCase(
                "TrueNorth, one synaptic operation, all-in, recurrent networks at 20 Hz and 128 synapses",
                "truenorth",
                Dimension.ENERGY,
                estimate.watts() / rate,
                known(estimate.interval().times(1 / rate)),
                26e-12,
                "Merolla et al. 2014",
                false,
                "a full chip of 1 048 576 neurons; measured at 0.775 V, the profile is for 0.8 V");
    }

    private static ValidationCase spinnakerNeurons() throws ProfileException {
        HardwareProfile spinnaker = ProfileLibrary.find("spinnaker");
        double neurons = 10_000;
        RateEstimate estimate = RateEstimate.of(spinnaker, 4, Map.of(Operation.NEURON_ACCESS, neurons * 1000));
        return new ValidationCase(
                "SpiNNaker, one neuron for a millisecond, cortical circuit on four chips",
                "spinnaker",
                Dimension.ENERGY,
                estimate.watts() / (neurons * 1000),
                known(estimate.interval().times(1 / (neurons * 1000))),
                100e-9,
                "Sharp et al. 2012",
                false,
                "idle power of four chips and one update, divided over 10 000 neurons; what was measured leaves synapses out"
                        + " by a fit over activities");
    }

    private static ValidationCase spinnakerSynapses() throws ProfileException {
        Figure figure = ProfileLibrary.find("spinnaker")
                .energy()
                .get(Operation.SYNAPTIC_OPERATION)
                .figure();
        return new ValidationCase(
                "SpiNNaker, one synaptic event, cortical circuit on four chips",
                "spinnaker",
                Dimension.ENERGY,
                figure.value(),
                known(Interval.of(figure)),
                43e-9,
                "Sharp et al. 2012",
                false,
                "the profile's figure is a later measurement by others, with other software");
    }

    private static ValidationCase keywords(String profile, String device, double joules) throws ProfileException {
        Figure figure = ProfileLibrary.find(profile)
                .energy()
                .get(Operation.MULTIPLY_ACCUMULATE)
                .figure();
        return new ValidationCase(
                "Keyword spotting, 390-256-256-29, one inference on a " + device,
                profile,
                Dimension.ENERGY,
                KEYWORD_PRODUCTS * figure.value(),
                known(Interval.of(figure).times(KEYWORD_PRODUCTS)),
                joules,
                "Blouw et al. 2019",
                false,
                KEYWORD_PRODUCTS
                        + " multiply-accumulates at full load; measured on another device, which one inference at a"
                        + " time keeps far from full load");
    }

    private static ValidationCase heartbeat() throws ProfileException {
        double seconds = 276e-6;
        RateEstimate estimate = RateEstimate.of(ProfileLibrary.find("brainscales-2"), 1, Map.of());
        return new ValidationCase(
                "BrainScaleS-2, electrocardiogram, one inference, chip alone",
                "brainscales-2",
                Dimension.ENERGY,
                estimate.watts() * seconds,
                known(estimate.interval().times(seconds)),
                192e-6,
                "Stradmann et al. 2022",
                false,
                "a lower bound: power of the chip for 276 us; events have no published energy");
    }

    private static Optional<Interval> known(Interval interval) {
        return interval.isExact() ? Optional.empty() : Optional.of(interval);
    }

    /** Measurements for which the evidence at hand lacks the facts of the workload. */
    public static List<OmittedCase> omitted() {
        return List.of(
                new OmittedCase(
                        "Loihi, keyword spotting (Blouw et al. 2019)",
                        "0.27 mJ an inference, 0.037 mJ in a later report",
                        "the spikes of an inference are not at hand"),
                new OmittedCase(
                        "Jetson and Movidius, keyword spotting (Blouw et al. 2019)",
                        "5.58 and 1.5 mJ an inference",
                        "no profile of these devices has evidence"),
                new OmittedCase(
                        "SpiNNaker 2, keyword spotting",
                        "7.1 uJ an inference",
                        "the energy of its multiply-accumulate array is not known"),
                new OmittedCase(
                        "Xylo Audio 2, keyword spotting (Bos and Muir 2024)",
                        "6.6 uJ dynamic, 11 uJ active an inference",
                        "the network steps of an inference and the activity behind the energy of a step are not at hand"),
                new OmittedCase(
                        "Xylo Audio 2 and Arduino Nano 33 BLE, acoustic scenes",
                        "57.6 uJ active and 0.934 mJ an inference",
                        "network and steps are not at hand"),
                new OmittedCase(
                        "TrueNorth at 71 mW and without activity at 0.70 V",
                        "71 and 42 mW",
                        "the rate of the one, and figures at the voltage of the other, are not at hand"),
                new OmittedCase(
                        "ODIN at the low end of its sweep and at biological rates",
                        "35 uW and 54 pJ an operation",
                        "clock and rates are not at hand"),
                new OmittedCase(
                        "SpiNNaker, cortical microcircuit (van Albada et al. 2018)",
                        "-",
                        "about 80 000 neurons and 0.3 thousand million synapses are published, chips and power are not at hand"),
                new OmittedCase(
                        "Loihi 2, force control",
                        "53 uJ an inference",
                        "no energies of single operations are published"),
                new OmittedCase(
                        "Loihi, gesture network as SANA-FE gives it",
                        "3.003 mJ and 18.94 ms of simulated board for a thousand steps",
                        "not a measurement; equal to SANA-FE in every count and energy, see the tests of package sanafe"));
    }
}
