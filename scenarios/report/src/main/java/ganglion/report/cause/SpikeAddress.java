package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.cause.SpikeId;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A neuron and a time, as users write them: {@code out/3@128 ms}, or {@code out/3@1280} for a tick.
 *
 * @param option the option that it was given to, for messages
 * @param text as it was written
 * @param population name of the population or input
 * @param neuron position in it, from 0
 * @param tick of the run, from 0
 */
public record SpikeAddress(String option, String text, String population, int neuron, long tick) {

    private static final Pattern FORM = Pattern.compile("(.+)/(\\d{1,9})@(.+)");

    /**
     * Reads an address.
     *
     * @throws InputException if it has another form, or names what the scenario does not have
     */
    public static SpikeAddress parse(String option, String text, Scenario scenario) throws InputException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw problem(
                    option, "found '" + text + "', expected POPULATION/NEURON@TIME, such as out/3@128ms or out/3@1280");
        }
        String population = form.group(1);
        int neuron = Integer.parseInt(form.group(2));
        checkNeuron(option, population, neuron, scenario);
        return new SpikeAddress(
                option, text, population, neuron, tick(option, form.group(3).strip(), scenario));
    }

    /** Refuses a neuron that a scenario does not have. */
    static void checkNeuron(String option, String population, int neuron, Scenario scenario) throws InputException {
        int size = size(option, population, scenario);
        if (neuron >= size) {
            throw problem(
                    option,
                    "found neuron " + neuron + " of '" + population + "', expected one from 0 to " + (size - 1));
        }
    }

    private static long tick(String option, String time, Scenario scenario) throws InputException {
        try {
            return new TickTimes(scenario.clock()).ticksOrTime(time);
        } catch (IllegalArgumentException e) {
            throw problem(option, e.getMessage());
        }
    }

    private static int size(String option, String name, Scenario scenario) throws InputException {
        List<String> names = new ArrayList<>();
        for (var input : scenario.inputs()) {
            names.add(input.name());
            if (input.name().equals(name)) {
                return input.size();
            }
        }
        for (var population : scenario.populations()) {
            names.add(population.name());
            if (population.name().equals(name)) {
                return population.size();
            }
        }
        throw problem(option, "found no population '" + name + '\'' + Suggestions.expected("one of", name, names));
    }

    /** What is wrong with an option. */
    static InputException problem(String option, String message) {
        return new InputException(option, message);
    }

    /** What is wrong with the question, in the words of its option. */
    InputException refusal(String message) {
        return problem(option, message);
    }

    /** Refuses a tick beyond the end of the run. */
    void checkWithin(long ticks) throws InputException {
        if (tick >= ticks) {
            throw refusal("found tick " + tick + ", expected one of the " + ticks + " ticks of the run, from 0 to "
                    + (ticks - 1));
        }
    }

    /** The neuron and tick in a network whose populations have these names, in order. */
    SpikeId in(List<String> populations) {
        return new SpikeId(populations.indexOf(population), neuron, tick);
    }
}
