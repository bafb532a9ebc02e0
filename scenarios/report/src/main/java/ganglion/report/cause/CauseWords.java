package ganglion.report.cause;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.KnockOut;
import ganglion.scenario.cause.SpikeFate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer says, in words: for the terminal and for pages.
 *
 * @param run that was asked; it gives neurons and times their names
 * @param answer to the question
 */
public record CauseWords(AskedRun run, CauseAnswer answer) {

    /** Names of parts of a potential that are no spikes. */
    static final String INITIAL = "initial potential";

    static final String DRIVE = "leak towards rest and bias";
    static final String OWN_SPIKES = "resets after own spikes";

    private static final int DIGITS = 6;
    private static final int HERTZ_DIGITS = 3;

    /** Amounts below this share of all together are what rounding leaves. */
    private static final double ROUNDING = 1e-12;

    /**
     * A part of a potential that is no spike.
     *
     * @param name in words
     * @param amount in the unit of the potential
     * @param share of the lift; 0 for what lowers the potential, and for what the others are counted from
     */
    public record NamedPart(String name, double amount, double share) {}

    /** What was asked: {@code out/3 fired at 128 ms (tick 16)}. */
    public String title() {
        return title(run, answer.root().at(), answer.fired());
    }

    /** The same of any neuron and time. */
    public static String title(AskedRun run, SpikeId at, boolean fired) {
        return run.name(at) + (fired ? " fired at " : " did not fire at ") + run.time(at.tick()) + " (tick " + at.tick()
                + ")";
    }

    /** Potential and threshold. */
    public String comparison() {
        PotentialParts parts = answer.root().parts();
        if (parts.isOutOfReach()) {
            return (run.firedBefore(answer.root().at())
                            ? "It is in its refractory period, in which it cannot fire."
                            : "It never fires: it has no threshold within reach.")
                    + " Its potential is " + number(parts.potential());
        }
        return answer.fired()
                ? "Its potential is " + number(parts.potential()) + ", the threshold " + number(parts.level())
                : "Its potential is " + number(parts.potential()) + ", and " + number(parts.level() - parts.potential())
                        + " short of the threshold of " + number(parts.level());
    }

    /** The parts of a potential that are no spikes, but for those that only rounding leaves. */
    public List<NamedPart> otherParts(CauseNode node) {
        PotentialParts parts = node.parts();
        List<NamedPart> named = new ArrayList<>();
        named.add(part(INITIAL, parts.initial(), node));
        named.add(part(DRIVE, parts.drive(), node));
        named.add(part(OWN_SPIKES, parts.ownSpikes(), node));
        List<String> currents = run.currents(node.at().population());
        for (int i = 0; i < parts.currents().size(); i++) {
            named.add(part(currents.get(i), parts.currents().get(i), node));
        }
        named.removeIf(part -> Math.abs(part.amount()) <= ROUNDING * parts.size());
        if (parts.reference() != 0) {
            named.add(new NamedPart(
                    "reset or resting potential, from which the others are counted", parts.reference(), 0));
        }
        return named;
    }

    private static NamedPart part(String name, double amount, CauseNode node) {
        return new NamedPart(name, amount, amount > 0 ? amount / node.lift() : 0);
    }

    /** Where in a sound a spike of an input was heard; empty for others. */
    public String heard(SpikeId spike) {
        Optional<HeardSpike> found = run.heard(spike);
        return found.map(heard -> (heard.bandHertz().isPresent()
                                ? "band at "
                                        + QuantityFormat.format(
                                                heard.bandHertz().getAsDouble(), "Hz", HERTZ_DIGITS)
                                        + ", "
                                : "")
                        + QuantityFormat.format(heard.seconds(), "s", DIGITS) + " into " + heard.file())
                .orElse("");
    }

    /** What the neuron does without the spike that lifted it most. */
    public String tried(KnockOut knockOut) {
        String without = "Tried: without " + run.name(knockOut.left()) + " at "
                + run.time(knockOut.left().tick()) + ", which lifted it most, ";
        if (knockOut.fires()) {
            return without + "the neuron alone still fires at that time.";
        }
        return without + "the neuron alone does not fire then"
                + (knockOut.next().isPresent()
                        ? "; it next fires at " + run.time(knockOut.next().getAsLong()) + "."
                        : ", nor later, up to " + run.time(run.replay().ticks()) + ".");
    }

    /** What becomes of the spike in the whole network without the one that lifted it most. */
    public String inNetwork(SpikeFate fate) {
        boolean madeUp = fate.fires()
                && answer.knockOut().filter(knockOut -> !knockOut.fires()).isPresent();
        return "In the whole network without it, " + FateWords.of(run, fate)
                + (madeUp ? ": other spikes make up for it." : ".");
    }

    /** Whether the neuron alone fired as in the run. */
    public String checked() {
        return checked(answer.repeated());
    }

    /** Whether a neuron alone, given the spikes that reached it, fired as in its run. */
    public static String checked(boolean repeated) {
        return repeated
                ? "Checked: given the spikes that reached it, the neuron fires as in the run."
                : "Not certain: given the spikes that reached it, the neuron fires otherwise than in the run.";
    }

    /** A potential with six digits. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%." + DIGITS + "g", value);
    }

    /** A share in per cent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
