package ganglion.scenario.interchange.nir;

import ganglion.documents.table.TableException;

/** Reads the nodes that have a state. */
final class NeuronFields {

    private static final String KNOWN =
            "Input, Output, Affine, Linear, Scale, Conv1d, Conv2d, SumPool2d, AvgPool2d, Flatten,"
                    + " Delay, Threshold, I, LI, IF, LIF, CubaLI, CubaLIF or NIRGraph";

    private NeuronFields() {}

    static NirNode read(Fields fields, String type) throws TableException {
        return switch (type) {
            case "I" -> new NirNode.I(fields.tensor("r"));
            case "LI" -> new NirNode.LI(timeConstant(fields, "tau"), fields.tensor("r"), fields.tensor("v_leak"));
            case "IF" -> {
                Tensor threshold = fields.tensor("v_threshold");
                yield new NirNode.IF(fields.tensor("r"), threshold, fields.tensorOrZeros("v_reset", threshold));
            }
            case "LIF" -> {
                Tensor threshold = fields.tensor("v_threshold");
                yield new NirNode.LIF(
                        timeConstant(fields, "tau"),
                        fields.tensor("r"),
                        fields.tensor("v_leak"),
                        threshold,
                        fields.tensorOrZeros("v_reset", threshold));
            }
            case "CubaLI" ->
                new NirNode.CubaLI(
                        timeConstant(fields, "tau_syn"),
                        timeConstant(fields, "tau_mem"),
                        fields.tensor("r"),
                        fields.tensor("v_leak"),
                        fields.tensor("w_in"));
            case "CubaLIF" -> {
                Tensor threshold = fields.tensor("v_threshold");
                yield new NirNode.CubaLIF(
                        timeConstant(fields, "tau_syn"),
                        timeConstant(fields, "tau_mem"),
                        fields.tensor("r"),
                        fields.tensor("v_leak"),
                        threshold,
                        fields.tensorOrZeros("v_reset", threshold),
                        fields.tensor("w_in"));
            }
            default -> throw fields.problem("found the type \"" + type + "\", expected " + KNOWN);
        };
    }

    private static Tensor timeConstant(Fields fields, String field) throws TableException {
        Tensor tau = fields.tensor(field);
        for (int i = 0; i < tau.count(); i++) {
            if (!(tau.at(i) > 0)) {
                throw fields.problem("found the " + field + " " + tau.at(i) + ", expected more than 0 s");
            }
        }
        return tau;
    }
}
