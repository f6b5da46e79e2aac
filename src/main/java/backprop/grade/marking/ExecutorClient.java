package backprop.grade.marking;

import backprop.exercise.NotWrittenYet;
import backprop.exercise.Texts;
import backprop.exercise.Thrown;
import backprop.grade.protocol.Excerpt;
import backprop.grade.protocol.MessageKind;
import backprop.grade.protocol.Signature;
import backprop.grade.protocol.SnippetCode;
import backprop.grade.protocol.ValueCodec;
import backprop.grade.sandbox.ProcessExit;
import backprop.grade.sandbox.SandboxProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The grader's end of the pipe to an executor. Each message from there is checked; one that breaks the protocol ends the
 * executor.
 */
final class ExecutorClient {
    private static final int MOST_CALLBACKS = 1_000_000;
    private static final int LONGEST = 2000; // characters of a text that is not ours
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SandboxProcess process;
    private final Consumer<String> printed;

    /**
     * A pipe to an executor.
     *
     * @param printed takes what the student's code prints
     */
    ExecutorClient(SandboxProcess process, Consumer<String> printed) {
        this.process = process;
        this.printed = printed;
    }

    /** What a message holds besides its kind. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Makes sure that nothing is left on the pipe from what was before, which would be taken for what comes next. */
    void clear() throws ProcessExit {
        long number = RANDOM.nextLong() | 1;
        try {
            DataInputStream in = asked(message(MessageKind.PING, out -> out.writeLong(number)));
            if (in.readByte() != MessageKind.DONE || in.readLong() != number) {
                throw process.wrote();
            }
            printed.accept(text(in));
        } catch (IOException e) {
            throw process.wrote();
        }
    }

    /**
     * Runs a snippet.
     *
     * @return the name of what it threw, or empty
     */
    String run(SnippetCode code) throws ProcessExit {
        try {
            DataInputStream in = asked(message(MessageKind.RUN, code::write));
            int kind = in.readByte();
            long call = in.readLong();
            if (call != 0 || (kind != MessageKind.DONE && kind != MessageKind.THREW)) {
                throw process.wrote();
            }
            printed.accept(text(in));
            return kind == MessageKind.DONE ? "" : text(in);
        } catch (IOException e) {
            throw process.wrote();
        }
    }

    /**
     * Calls a function.
     *
     * @param number of the check
     * @param given the arguments; afterwards what became of them
     */
    Object call(int number, Signature signature, Object[] given) throws Throwable {
        long call = RANDOM.nextLong() | 1;
        ValueCodec values = new ValueCodec(null);
        byte[] question = message(MessageKind.CALL, out -> {
            out.writeLong(call);
            out.writeInt(number);
            values.write(out, signature.parameters(), given);
        });
        try {
            for (int callbacks = 0; callbacks < MOST_CALLBACKS; callbacks++) {
                DataInputStream in = asked(question);
                int kind = in.readByte();
                if (in.readLong() != call) {
                    throw process.wrote();
                }
                if (kind != MessageKind.CALLBACK) {
                    return answer(kind, in, signature, values, given);
                }
                question = calledBack(in, values);
            }
        } catch (IOException notWhatMustCome) {
            throw process.wrote();
        }
        throw process.wrote();
    }

    private Object answer(int kind, DataInputStream in, Signature signature, ValueCodec values, Object[] given)
            throws Throwable {
        printed.accept(text(in));
        if (kind == MessageKind.THREW) {
            throw thrown(in);
        }
        if (kind != MessageKind.RESULT) {
            throw process.wrote();
        }
        if (!in.readBoolean()) {
            return values.read(in, signature.result());
        }
        ValueCodec answered =
                new ValueCodec((type, number) -> values.function(number).function());
        Object[] after = answered.read(in, signature.parameters());
        System.arraycopy(after, 0, given, 0, given.length);
        return answered.read(in, signature.result());
    }

    /** What the student's function asks of a function that it got. */
    private static byte[] calledBack(DataInputStream in, ValueCodec values) throws IOException {
        ValueCodec.Passed passed = values.function(in.readInt());
        Signature signature = Signature.of(passed.type());
        Object[] args = new ValueCodec(null).read(in, signature.parameters());
        try {
            Object result = signature.method().invoke(passed.function(), args);
            return message(MessageKind.ANSWER, out -> new ValueCodec(null).write(out, signature.result(), result));
        } catch (InvocationTargetException e) {
            String why = Objects.toString(e.getCause().getMessage(), "");
            return message(MessageKind.REFUSED, out -> out.writeUTF(Excerpt.of(why, LONGEST)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable thrown(DataInputStream in) throws IOException {
        String name = text(in);
        String message = in.readBoolean() ? text(in) : null;
        return switch (name) {
            case "NotWrittenYet" -> new NotWrittenYet();
            case "StackOverflowError" -> new AssertionError(Texts.of("feedback.recursion"));
            case "OutOfMemoryError" -> new ProcessExit(ProcessExit.Cause.MEMORY);
            default -> new Thrown(name, message);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return Excerpt.of(in.readUTF(), LONGEST);
    }

    private DataInputStream asked(byte[] question) throws ProcessExit {
        return new DataInputStream(new ByteArrayInputStream(process.ask(question)));
    }

    private static byte[] message(int kind, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(kind);
        content.write(out);
        return bytes.toByteArray();
    }
}
