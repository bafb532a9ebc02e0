package ganglion.hardware.estimate;

import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.dense.SignalTime;
import ganglion.hardware.signal.SignalWork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The energy of a front end that the chip itself does not compute: in analogue circuits, or on a processor beside it. */
final class FrontEndEnergy {

    private final HardwareProfile chip;
    private final DecisionWork work;
    private final Surroundings surroundings;

    FrontEndEnergy(HardwareProfile chip, DecisionWork work, Surroundings surroundings) {
        this.chip = chip;
        this.work = work;
        this.surroundings = surroundings;
    }

    /** Seconds that a processor beside the chip works on the front end of a decision; 0 where there is none, or it is unknown. */
    double secondsBeside() {
        return processor()
                .map(found -> SignalTime.of(found, work.frontEndPerDecision()))
                .map(time -> time.seconds().orElse(0))
                .orElse(0.0);
    }

    private Optional<HardwareProfile> processor() {
        return chip.surroundings()
                .frontEnd()
                .filter(FrontEndSite.Beside.class::isInstance)
                .flatMap(site -> surroundings.processor(((FrontEndSite.Beside) site).profile()));
    }

    /** The part by boundary. */
    Map<Boundary, PartEnergy> parts() {
        SignalWork signal = work.frontEndPerDecision();
        if (signal.counts().isEmpty()) {
            return all(PartEnergy.NONE);
        }
        Optional<FrontEndSite> site = chip.surroundings().frontEnd();
        if (site.isPresent() && site.get() instanceof FrontEndSite.Analogue analogue) {
            return analogue(analogue);
        }
        if (site.isPresent() && site.get() instanceof FrontEndSite.Beside beside) {
            return beside(beside, signal);
        }
        return all(PartEnergy.unknown(
                List.of("front end of " + chip.name() + ": its profile does not say where it is computed")));
    }

    private Map<Boundary, PartEnergy> analogue(FrontEndSite.Analogue analogue) {
        PartEnergy listening =
                PartEnergy.of(analogue.power().value() * work.periodSeconds(), "analogue, listens all the time");
        Map<Boundary, PartEnergy> parts = all(listening);
        parts.put(Boundary.MARGINAL, PartEnergy.of(0, "analogue, listens anyway"));
        return parts;
    }

    /** It stands under the same boundary as the chip: it sleeps between its frames, or idles. */
    private Map<Boundary, PartEnergy> beside(FrontEndSite.Beside beside, SignalWork signal) {
        Optional<HardwareProfile> processor = processor();
        if (processor.isEmpty()) {
            return all(PartEnergy.unknown(List.of("profile of the front end's processor " + beside.profile())));
        }
        SignalTime time = SignalTime.of(processor.get(), signal);
        if (time.seconds().isEmpty()) {
            return all(PartEnergy.unknown(time.missing()));
        }
        Map<Boundary, BoundaryEnergy> energies = new PoweredWork(
                        processor.get(),
                        1,
                        Map.of(Part.FRONT_END, time.seconds().getAsDouble()),
                        work.periodSeconds())
                .energies();
        Map<Boundary, PartEnergy> parts = new EnumMap<>(Boundary.class);
        energies.forEach((boundary, energy) ->
                parts.put(boundary, whole(energy, processor.get().name())));
        return parts;
    }

    private static PartEnergy whole(BoundaryEnergy energy, String processor) {
        return energy.joules().isPresent()
                ? PartEnergy.of(energy.joules().getAsDouble(), "on " + processor + " beside the chip")
                : PartEnergy.unknown(energy.missing());
    }

    private static Map<Boundary, PartEnergy> all(PartEnergy part) {
        Map<Boundary, PartEnergy> parts = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            parts.put(boundary, part);
        }
        return parts;
    }
}
