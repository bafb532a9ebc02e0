package ganglion.equations;

import static org.objectweb.asm.Opcodes.*;

import ganglion.equations.NeuronEquations.Events.Assignment;
import ganglion.equations.NeuronEquations.Method;
import ganglion.equations.NeuronEquations.State;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the class of a model: an {@link EquationGroup} with {@link EquationGroup#run} as a loop over neurons, in which states and
 * what is computed of them are local variables. What depends on parameters only is computed before, see {@link ConstantLayout}; what
 * stands twice in a step is computed once.
 */
final class StepCompiler {

    private static final String GROUP = Type.getInternalName(EquationGroup.class);
    private static final String CONSTRUCTOR =
            "(" + Type.getDescriptor(ConstantLayout.class) + Type.getDescriptor(EquationNeurons.class) + "II)V";
    private static final String RUN = "(IIJ[DI" + Type.getDescriptor(Visit.class) + ")I";

    // Arguments of the method, and its first free local variable.
    private static final int NEURON = 1;
    private static final int UNTIL = 2;
    private static final int AT = 3;
    private static final int WEIGHTS = 5;
    private static final int OFFSET = 6;
    private static final int VISIT = 7;
    private static final int FIRST_FREE = 8;

    private static final int LARGEST_PRODUCT = 4;

    private final EquationNeurons model;
    private final NeuronEquations equations;
    private final LinearPart linear;
    private final ConstantLayout layout = new ConstantLayout();
    private final MethodHandle constructor;
    private StepCost cost = new StepCost(0, 0, 0, 0);

    private MethodVisitor code;
    private int nextLocal = FIRST_FREE;

    /** Where the value of a name is now. */
    private final Map<String, Integer> names = new HashMap<>();

    /** What has been computed of the present values. */
    private final Map<Term, Integer> known = new HashMap<>();

    /** @throws ModelException if the code of a step is longer than a method may be */
    StepCompiler(EquationNeurons model) {
        this.model = model;
        this.equations = model.equations();
        this.linear = LinearPart.of(equations);
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.lookup().defineHiddenClass(write(), true, MethodHandles.Lookup.ClassOption.NESTMATE);
            constructor = lookup.findConstructor(
                            lookup.lookupClass(),
                            MethodType.methodType(
                                    void.class, ConstantLayout.class, EquationNeurons.class, int.class, int.class))
                    .asType(MethodType.methodType(
                            EquationGroup.class, ConstantLayout.class, EquationNeurons.class, int.class, int.class));
        } catch (MethodTooLargeException e) {
            throw new ModelException(
                    "equations", "found a step of more than 65536 bytes of code, expected fewer equations");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of the model " + equations.name() + " has no constructor", e);
        }
    }

    StepCost cost() {
        return cost;
    }

    NeuronGroup group(EquationNeurons population, int first, int size) {
        try {
            return (EquationGroup) constructor.invokeExact(layout, population, first, size);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(V17, ACC_FINAL | ACC_SUPER, GROUP + "Of", null, GROUP, null);
        MethodVisitor init = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
        init.visitCode();
        init.visitVarInsn(ALOAD, 0);
        init.visitVarInsn(ALOAD, 1);
        init.visitVarInsn(ALOAD, 2);
        init.visitVarInsn(ILOAD, 3);
        init.visitVarInsn(ILOAD, 4);
        init.visitMethodInsn(INVOKESPECIAL, GROUP, "<init>", CONSTRUCTOR, false);
        init.visitInsn(RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
        code = writer.visitMethod(ACC_PROTECTED, "run", RUN, null, null);
        code.visitCode();
        writeRun();
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Local variables outside of the loop. */
    private final class Outside {
        final int fired = newInt();
        final List<Integer> states = new ArrayList<>();
        int recovering;
        int resting;
    }

    private void writeRun() {
        Outside outside = new Outside();
        code.visitInsn(ICONST_0);
        code.visitVarInsn(ISTORE, outside.fired);
        for (int state = 0; state < equations.states().size(); state++) {
            loadField("states", "[[D");
            pushInt(state);
            code.visitInsn(AALOAD);
            outside.states.add(storeReference());
        }
        loadField("resting", "[Z");
        outside.resting = storeReference();
        loadField("recovering", "[D");
        outside.recovering = storeReference();
        Label loop = new Label();
        Label end = new Label();
        code.visitLabel(loop);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitVarInsn(ILOAD, UNTIL);
        code.visitJumpInsn(IF_ICMPGE, end);
        writeNeuron(outside);
        code.visitIincInsn(NEURON, 1);
        code.visitJumpInsn(GOTO, loop);
        code.visitLabel(end);
        code.visitVarInsn(ILOAD, outside.fired);
        code.visitInsn(IRETURN);
    }

    private void writeNeuron(Outside outside) {
        List<State> states = equations.states();
        Map<String, Integer> before = new LinkedHashMap<>();
        for (int state = 0; state < states.size(); state++) {
            code.visitVarInsn(ALOAD, outside.states.get(state));
            code.visitVarInsn(ILOAD, NEURON);
            code.visitInsn(DALOAD);
            before.put(states.get(state).name(), storeDouble());
        }
        takeInput();
        int held = newInt();
        pushHeld(outside);
        code.visitVarInsn(ISTORE, held);

        bind(before);
        Map<String, Integer> after = integrate(before, held);
        hold(before, after, held);
        int same = newInt();
        pushSame(before, after);
        code.visitVarInsn(ISTORE, same);

        bind(after);
        assign(equations.events().input(), after);
        hold(before, after, held);
        bind(after);
        endRecovery(outside);
        fireAndReset(outside, after, held, same);
        bind(after);
        store(outside, after, same, held);
    }

    /** Takes the input of the neuron and sets it back to zero. */
    private void takeInput() {
        boolean apart = equations.inputChannels() == 2;
        pushInputPlace(false);
        code.visitInsn(DUP2);
        code.visitInsn(DALOAD);
        int first = storeDouble();
        code.visitInsn(DCONST_0);
        code.visitInsn(DASTORE);
        if (apart) {
            pushInputPlace(true);
            code.visitInsn(DUP2);
            code.visitInsn(DALOAD);
            int second = storeDouble();
            code.visitInsn(DCONST_0);
            code.visitInsn(DASTORE);
            names.put(NeuronEquations.EXCITATION, first);
            code.visitVarInsn(DLOAD, second);
            code.visitInsn(DNEG);
            names.put(NeuronEquations.INHIBITION, storeDouble());
            code.visitVarInsn(DLOAD, first);
            code.visitVarInsn(DLOAD, second);
            code.visitInsn(DADD);
            names.put(NeuronEquations.INPUT, storeDouble());
        } else {
            names.put(NeuronEquations.INPUT, first);
        }
    }

    private void pushInputPlace(boolean second) {
        code.visitVarInsn(ALOAD, WEIGHTS);
        code.visitVarInsn(ILOAD, OFFSET);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitInsn(IADD);
        if (second) {
            loadField("size", "I");
            code.visitInsn(IADD);
        }
    }

    /** Whether the potential is held: 1 or 0. */
    private void pushHeld(Outside outside) {
        if (equations.events().refractoryMilliseconds() == 0) {
            code.visitInsn(ICONST_0);
            return;
        }
        code.visitVarInsn(LLOAD, AT);
        code.visitInsn(L2D);
        pushRecovering(outside);
        code.visitInsn(DCMPL);
        Label free = new Label();
        Label done = new Label();
        code.visitJumpInsn(IFGT, free);
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(free);
        code.visitInsn(ICONST_0);
        code.visitLabel(done);
    }

    private void pushRecovering(Outside outside) {
        code.visitVarInsn(ALOAD, outside.recovering);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitInsn(DALOAD);
    }

    /** The states after the tick, without input and spike. */
    private Map<String, Integer> integrate(Map<String, Integer> before, int held) {
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
                push(layout.slot(new ConstantLayout.Entry(linear, half, row, column), linearIsCommon()));
                if (!isConstant) {
                    code.visitVarInsn(
                            DLOAD,
                            column < linear.states().size()
                                    ? before.get(linear.states().get(column))
                                    : names.get(linear.inputs()
                                            .get(column - linear.states().size())));
                    multiply();
                }
                if (terms++ > 0) {
                    add();
                }
            }
        }
        return storeSettled();
    }

    private boolean linearIsCommon() {
        boolean[] common = {true};
        linear.rates().forEach(row -> row.forEach(term -> term.names(name -> common[0] &= model.isCommon(name))));
        return common[0];
    }

    /** x + f(x) dt, or with an exponential x + f(x) dt exprel(a dt), where a is the factor of x in f. */
    private int eulerStep(State state, int before) {
        Term rate = state.rate();
        Term step = new Term.Call(TermOperation.MULTIPLY, List.of(rate, new Term.Name(NeuronEquations.TICK)));
        if (equations.method() == Method.EXPONENTIAL_EULER) {
            Term factor = Term.of(
                    TermOperation.MULTIPLY, rate.linearIn(state.name())[0], new Term.Name(NeuronEquations.TICK));
            step = new Term.Call(
                    TermOperation.MULTIPLY, List.of(step, new Term.Call(TermOperation.EXPREL, List.of(factor))));
        }
        code.visitVarInsn(DLOAD, before);
        push(step);
        add();
        return storeSettled();
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
                    push(stage < 3 ? halfTick : tick);
                    code.visitVarInsn(DLOAD, slopes.get(stage - 1).get(state.name()));
                    multiply();
                    add();
                    bound(state.name());
                    values.put(state.name(), storeDouble());
                }
            }
            bind(values);
            Map<String, Integer> slope = new LinkedHashMap<>();
            for (State state : others) {
                push(state.rate());
                int found = storeDouble();
                if (state.name().equals(membrane()) && equations.events().refractoryMilliseconds() > 0) {
                    whereHeld(held, () -> {
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
        push(new Term.Call(TermOperation.DIVIDE, List.of(new Term.Name(NeuronEquations.TICK), new Term.Literal(6))));
        code.visitVarInsn(DLOAD, slopes.get(0).get(name));
        code.visitLdcInsn(2.0);
        code.visitVarInsn(DLOAD, slopes.get(1).get(name));
        code.visitVarInsn(DLOAD, slopes.get(2).get(name));
        add();
        multiply();
        add();
        code.visitVarInsn(DLOAD, slopes.get(3).get(name));
        add();
        multiply();
        add();
        return storeSettled();
    }

    /**
     * Bounds the potential of a stage by the threshold, where a spike resets it: what an equation would be beyond is of no account, and an
     * exponential there overflows. As in NEST's aeif models.
     */
    private void bound(String state) {
        if (!state.equals(membrane())
                || equations.events().reset().stream()
                        .noneMatch(each -> each.state().equals(state))) {
            return;
        }
        Term.Call threshold = (Term.Call) equations.events().threshold();
        boolean above = threshold.function() == TermOperation.GREATER || threshold.function() == TermOperation.AT_LEAST;
        if (above && threshold.first().equals(new Term.Name(state)) && isConstant(threshold.second())) {
            push(threshold.second());
            call("min", "(DD)D");
            count(1, 0, 0, 0);
        }
    }

    private String membrane() {
        return equations.states().get(0).name();
    }

    /** Gives the potential of a refractory neuron back what it was. */
    private void hold(Map<String, Integer> before, Map<String, Integer> after, int held) {
        if (equations.events().refractoryMilliseconds() > 0) {
            whereHeld(held, () -> {
                code.visitVarInsn(DLOAD, before.get(membrane()));
                code.visitVarInsn(DSTORE, after.get(membrane()));
            });
        }
    }

    private void whereHeld(int held, Runnable then) {
        Label free = new Label();
        code.visitVarInsn(ILOAD, held);
        code.visitJumpInsn(IFEQ, free);
        then.run();
        code.visitLabel(free);
    }

    /** Whether no state has changed: 1 or 0. */
    private void pushSame(Map<String, Integer> before, Map<String, Integer> after) {
        Label differs = new Label();
        Label done = new Label();
        before.forEach((name, local) -> {
            code.visitVarInsn(DLOAD, local);
            code.visitVarInsn(DLOAD, after.get(name));
            code.visitInsn(DCMPL);
            code.visitJumpInsn(IFNE, differs);
        });
        code.visitVarInsn(DLOAD, names.get(NeuronEquations.INPUT));
        code.visitInsn(DCONST_0);
        code.visitInsn(DCMPL);
        code.visitJumpInsn(IFNE, differs);
        if (equations.inputChannels() == 2) {
            code.visitVarInsn(DLOAD, names.get(NeuronEquations.EXCITATION));
            code.visitInsn(DCONST_0);
            code.visitInsn(DCMPL);
            code.visitJumpInsn(IFNE, differs);
        }
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(differs);
        code.visitInsn(ICONST_0);
        code.visitLabel(done);
    }

    /** Assignments in order, each of which sees those before it. */
    private void assign(List<Assignment> assignments, Map<String, Integer> values) {
        for (Assignment each : assignments) {
            push(each.value());
            code.visitVarInsn(DSTORE, values.get(each.state()));
            known.clear();
        }
    }

    /** A neuron whose condition to recover has ended may fire again. */
    private void endRecovery(Outside outside) {
        if (equations.events().until() != null) {
            Label lasts = new Label();
            jump(equations.events().until(), lasts, true);
            setRecovering(outside, () -> code.visitInsn(DCONST_0));
            code.visitLabel(lasts);
        }
    }

    private void setRecovering(Outside outside, Runnable value) {
        code.visitVarInsn(ALOAD, outside.recovering);
        code.visitVarInsn(ILOAD, NEURON);
        value.run();
        code.visitInsn(DASTORE);
    }

    private void fireAndReset(Outside outside, Map<String, Integer> after, int held, int same) {
        Label silent = new Label();
        code.visitVarInsn(ILOAD, held);
        code.visitJumpInsn(IFNE, silent);
        if (equations.events().until() != null) {
            pushRecovering(outside);
            code.visitInsn(DCONST_0);
            code.visitInsn(DCMPL);
            code.visitJumpInsn(IFNE, silent);
        }
        jump(equations.events().threshold(), silent, false);
        assign(equations.events().reset(), after);
        code.visitIincInsn(outside.fired, 1);
        code.visitInsn(ICONST_0);
        code.visitVarInsn(ISTORE, same);
        Label unseen = new Label();
        code.visitVarInsn(ALOAD, VISIT);
        code.visitJumpInsn(IFNULL, unseen);
        code.visitVarInsn(ALOAD, VISIT);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(Visit.class), "fire", "(I)V", false);
        code.visitLabel(unseen);
        if (equations.events().until() != null) {
            setRecovering(outside, () -> code.visitInsn(DCONST_1));
        } else if (equations.events().refractoryMilliseconds() > 0) {
            setRecovering(outside, () -> {
                code.visitVarInsn(LLOAD, AT);
                code.visitLdcInsn(model.refractoryTicks());
                code.visitInsn(LADD);
                code.visitInsn(L2D);
            });
        }
        code.visitLabel(silent);
        known.clear();
    }

    private void store(Outside outside, Map<String, Integer> after, int same, int held) {
        List<Integer> locals = new ArrayList<>(after.values());
        for (int state = 0; state < locals.size(); state++) {
            code.visitVarInsn(ALOAD, outside.states.get(state));
            code.visitVarInsn(ILOAD, NEURON);
            code.visitVarInsn(DLOAD, locals.get(state));
            code.visitInsn(DASTORE);
        }
        code.visitVarInsn(ALOAD, outside.resting);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitVarInsn(ILOAD, same);
        code.visitVarInsn(ILOAD, held);
        code.visitInsn(ICONST_1);
        code.visitInsn(IXOR);
        code.visitInsn(IAND);
        code.visitInsn(BASTORE);
        // 0 x is no number for those that are none or infinite: one comparison finds all.
        for (int state = 0; state < locals.size(); state++) {
            code.visitVarInsn(DLOAD, locals.get(state));
            code.visitInsn(DCONST_0);
            code.visitInsn(DMUL);
            if (state > 0) {
                code.visitInsn(DADD);
            }
        }
        code.visitInsn(DCONST_0);
        code.visitInsn(DCMPL);
        Label finite = new Label();
        code.visitJumpInsn(IFEQ, finite);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitVarInsn(LLOAD, AT);
        code.visitMethodInsn(INVOKEVIRTUAL, GROUP, "failed", "(IJ)V", false);
        code.visitLabel(finite);
    }

    /** Has names stand for other local variables from here on. */
    private void bind(Map<String, Integer> values) {
        names.putAll(values);
        known.clear();
    }

    /** Jumps where a condition is so; one with no number is not. */
    private void jump(Term condition, Label to, boolean where) {
        Term.Call comparison = (Term.Call) condition;
        push(comparison.first());
        push(comparison.second());
        count(1, 0, 0, 0);
        boolean less = comparison.function() == TermOperation.LESS || comparison.function() == TermOperation.AT_MOST;
        code.visitInsn(less ? DCMPG : DCMPL);
        int yes = switch (comparison.function()) {
            case GREATER -> IFGT;
            case AT_LEAST -> IFGE;
            case LESS -> IFLT;
            default -> IFLE;
        };
        int no = switch (comparison.function()) {
            case GREATER -> IFLE;
            case AT_LEAST -> IFLT;
            case LESS -> IFGE;
            default -> IFGT;
        };
        code.visitJumpInsn(where ? yes : no, to);
    }

    private boolean isConstant(Term term) {
        boolean[] constant = {true};
        term.names(
                name -> constant[0] &= equations.parameters().containsKey(name) || name.equals(NeuronEquations.TICK));
        return constant[0];
    }

    private void push(Term term) {
        if (term instanceof Term.Literal literal) {
            code.visitLdcInsn(literal.value());
        } else if (isConstant(term)) {
            boolean[] common = {true};
            term.names(name -> common[0] &= model.isCommon(name));
            push(layout.slot(term, common[0]));
        } else if (term instanceof Term.Name name) {
            code.visitVarInsn(DLOAD, names.get(name.name()));
        } else if (known.containsKey(term)) {
            code.visitVarInsn(DLOAD, known.get(term));
        } else {
            compute((Term.Call) term);
            code.visitInsn(DUP2);
            known.put(term, storeDouble());
        }
    }

    private void push(ConstantLayout.Slot slot) {
        loadField(slot.common() ? "common" : "each", slot.common() ? "[D" : "[[D");
        pushInt(slot.index());
        if (slot.common()) {
            code.visitInsn(DALOAD);
        } else {
            code.visitInsn(AALOAD);
            code.visitVarInsn(ILOAD, NEURON);
            code.visitInsn(DALOAD);
        }
    }

    private void compute(Term.Call call) {
        if (call.function() == TermOperation.POWER
                && call.second() instanceof Term.Literal exponent
                && exponent.value() == Math.rint(exponent.value())
                && exponent.value() >= 2
                && exponent.value() <= LARGEST_PRODUCT) {
            push(call.first());
            int base = storeDouble();
            code.visitVarInsn(DLOAD, base);
            for (int k = 1; k < exponent.value(); k++) {
                code.visitVarInsn(DLOAD, base);
                multiply();
            }
            return;
        }
        call.arguments().forEach(this::push);
        switch (call.function()) {
            case ADD -> add();
            case SUBTRACT -> {
                code.visitInsn(DSUB);
                count(1, 0, 0, 0);
            }
            case MULTIPLY -> multiply();
            case DIVIDE -> {
                code.visitInsn(DDIV);
                count(0, 0, 1, 0);
            }
            case NEGATE -> code.visitInsn(DNEG);
            case MIN, MAX -> {
                call(call.function().text(), "(DD)D");
                count(1, 0, 0, 0);
            }
            case ABS -> call("abs", "(D)D");
            case SQRT -> {
                call("sqrt", "(D)D");
                count(0, 0, 1, 0);
            }
            case POWER -> {
                call("pow", "(DD)D");
                count(0, 0, 0, 1);
            }
            case EXPREL -> {
                code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(TermOperation.class), "exprel", "(D)D", false);
                count(0, 0, 1, 1);
            }
            case EXP, LOG, SIN, COS, TANH -> {
                call(call.function().text(), "(D)D");
                count(0, 0, 0, 1);
            }
            case GREATER, AT_LEAST, LESS, AT_MOST -> throw new IllegalStateException("a condition within a formula");
        }
    }

    private void add() {
        code.visitInsn(DADD);
        count(1, 0, 0, 0);
    }

    private void multiply() {
        code.visitInsn(DMUL);
        count(0, 1, 0, 0);
    }

    private void call(String function, String signature) {
        code.visitMethodInsn(INVOKESTATIC, "java/lang/StrictMath", function, signature, false);
    }

    private void count(int additions, int multiplications, int divisions, int functions) {
        cost = new StepCost(
                cost.additions() + additions,
                cost.multiplications() + multiplications,
                cost.divisions() + divisions,
                cost.functions() + functions);
    }

    private void loadField(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, GROUP, field, type);
    }

    private void pushInt(int value) {
        if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    private int newInt() {
        return nextLocal++;
    }

    private int storeReference() {
        code.visitVarInsn(ASTORE, nextLocal);
        return nextLocal++;
    }

    private int storeDouble() {
        int local = nextLocal;
        code.visitVarInsn(DSTORE, local);
        nextLocal += 2;
        return local;
    }

    /** Stores what a tick leaves of a state, see {@link Fading#settled}. */
    private int storeSettled() {
        code.visitLdcInsn(Fading.GRAIN);
        code.visitInsn(DADD);
        code.visitLdcInsn(Fading.GRAIN);
        code.visitInsn(DSUB);
        return storeDouble();
    }
}
