package ganglion.equations;

import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DSTORE;

import ganglion.equations.NeuronEquations.Method;
import ganglion.equations.NeuronEquations.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;

/** Code that takes the states of a neuron through a tick: the linear part by its matrix exponential, the others by the method of the model. */
final class TickIntegration {

    private final MethodVisitor code;
    private final StepCode step;
    private final EquationNeurons model;
    private final NeuronEquations equations;
    private final LinearPart linear;
    private final ConstantLayout layout;

    TickIntegration(MethodVisitor code, StepCode step, EquationNeurons model, ConstantLayout layout) {
        this.code = code;
        this.step = step;
        this.model = model;
        this.equations = model.equations();
        this.linear = LinearPart.of(equations);
        this.layout = layout;
    }

    /**
     * The states after the tick, without input and spike.
     *
     * @param before local variables of the states
     * @param held local variable that says whether the potential is held
     */
    Map<String, Integer> integrate(Map<String, Integer> before, int held) {
        Map<String, Integer> after = new LinkedHashMap<>();
        linear.states().forEach(name -> after.put(name, linearStep(name, before, false)));
        List<State> others = equations.states().stream()
                .filter(state -> !linear.states().contains(state.name()))
                .toList();
        if (others.isEmpty()) {
            return inOrder(after);
        }
        if (equations.method() == Method.RK4) {
            rungeKutta(others, before, after, held);
        } else {
            others.forEach(state -> after.put(state.name(), eulerStep(state, before.get(state.name()))));
        }
        return inOrder(after);
    }

    private Map<String, Integer> inOrder(Map<String, Integer> values) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        equations.stateNames().forEach(name -> ordered.put(name, values.get(name)));
        return ordered;
    }

    /** A row of the matrix exponential by states, inputs and 1. */
    private int linearStep(String name, Map<String, Integer> before, boolean half) {
        int row = linear.states().indexOf(name);
        int terms = 0;
        for (int column = 0; column < linear.columns(); column++) {
            if (linear.reaches(column, row)) {
                boolean isConstant = column == linear.columns() - 1;
                step.push(layout.slot(new ConstantLayout.Entry(linear, half, row, column), linearIsCommon()));
                if (!isConstant) {
                    code.visitVarInsn(
                            DLOAD,
                            column < linear.states().size()
                                    ? before.get(linear.states().get(column))
                                    : step.local(linear.inputs()
                                            .get(column - linear.states().size())));
                    step.multiply();
                }
                if (terms++ > 0) {
                    step.add();
                }
            }
        }
        return step.storeSettled();
    }

    private boolean linearIsCommon() {
        return linear.rates().stream().flatMap(List::stream).allMatch(term -> term.allNames(model::isCommon));
    }

    /** x + f(x) dt, or with an exponential x + f(x) dt exprel(a dt), where a is the factor of x in f. */
    private int eulerStep(State state, int before) {
        Term rate = state.rate();
        Term change = new Term.Call(TermOperation.MULTIPLY, List.of(rate, new Term.Name(NeuronEquations.TICK)));
        if (equations.method() == Method.EXPONENTIAL_EULER) {
            Term factor = Term.of(
                    TermOperation.MULTIPLY, rate.linearIn(state.name())[0], new Term.Name(NeuronEquations.TICK));
            change = new Term.Call(
                    TermOperation.MULTIPLY, List.of(change, new Term.Call(TermOperation.EXPREL, List.of(factor))));
        }
        code.visitVarInsn(DLOAD, before);
        step.push(change);
        step.add();
        return step.storeSettled();
    }

    /** The classical method of fourth order, whose stages take the linear states at their exact values in between. */
    private void rungeKutta(List<State> others, Map<String, Integer> before, Map<String, Integer> after, int held) {
        Map<String, Integer> half = new LinkedHashMap<>();
        linear.states().forEach(name -> half.put(name, linearStep(name, before, true)));
        Term tick = new Term.Name(NeuronEquations.TICK);
        Term halfTick = new Term.Call(TermOperation.DIVIDE, List.of(tick, new Term.Literal(2)));
        List<Map<String, Integer>> slopes = new ArrayList<>();
        for (int stage = 0; stage < 4; stage++) {
            Map<String, Integer> values = new LinkedHashMap<>(stage == 0 ? before : stage < 3 ? half : after);
            if (stage > 0) {
                for (State state : others) {
                    code.visitVarInsn(DLOAD, before.get(state.name()));
                    step.push(stage < 3 ? halfTick : tick);
                    code.visitVarInsn(DLOAD, slopes.get(stage - 1).get(state.name()));
                    step.multiply();
                    step.add();
                    bound(state.name());
                    values.put(state.name(), step.storeDouble());
                }
            }
            step.bind(values);
            Map<String, Integer> slope = new LinkedHashMap<>();
            for (State state : others) {
                step.push(state.rate());
                int found = step.storeDouble();
                if (state.name().equals(equations.membrane())
                        && equations.events().refractoryMilliseconds() > 0) {
                    step.whereSet(held, () -> {
                        code.visitInsn(DCONST_0);
                        code.visitVarInsn(DSTORE, found);
                    });
                }
                slope.put(state.name(), found);
            }
            slopes.add(slope);
        }
        for (State state : others) {
            after.put(state.name(), weighted(state.name(), slopes, before));
        }
    }

    /** x + dt/6 (k1 + 2 (k2 + k3) + k4). */
    private int weighted(String name, List<Map<String, Integer>> slopes, Map<String, Integer> before) {
        code.visitVarInsn(DLOAD, before.get(name));
        step.push(
                new Term.Call(TermOperation.DIVIDE, List.of(new Term.Name(NeuronEquations.TICK), new Term.Literal(6))));
        code.visitVarInsn(DLOAD, slopes.get(0).get(name));
        code.visitLdcInsn(2.0);
        code.visitVarInsn(DLOAD, slopes.get(1).get(name));
        code.visitVarInsn(DLOAD, slopes.get(2).get(name));
        step.add();
        step.multiply();
        step.add();
        code.visitVarInsn(DLOAD, slopes.get(3).get(name));
        step.add();
        step.multiply();
        step.add();
        return step.storeSettled();
    }

    /**
     * Bounds the potential of a stage by the threshold, where a spike resets it: what an equation would be beyond is of no account, and an
     * exponential there overflows. As in NEST's aeif models.
     */
    private void bound(String state) {
        if (!state.equals(equations.membrane())
                || equations.events().reset().stream()
                        .noneMatch(each -> each.state().equals(state))) {
            return;
        }
        Term.Call threshold = (Term.Call) equations.events().threshold();
        boolean above = threshold.function() == TermOperation.GREATER || threshold.function() == TermOperation.AT_LEAST;
        if (above && threshold.first().equals(new Term.Name(state)) && step.isConstant(threshold.second())) {
            step.push(threshold.second());
            step.call("min", "(DD)D");
        }
    }
}
