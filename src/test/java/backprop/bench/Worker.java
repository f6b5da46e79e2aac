package backprop.bench;

import backprop.data.Dataset;
import backprop.layer.Parameter;
import backprop.matrix.Blas;
import backprop.matrix.Matrix;
import backprop.network.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A long-lived process that measures one program, {@code kit} or {@code products}: a line of the input is a question,
 * and a line of the output its answer. TASK is {@code sgd 784-100-10 64}.
 *
 * <pre>
 * time TASK N      seconds that N steps took
 * costs TASK N     J before each of N steps from the initial weights
 * write TASK FILE  ok: the initial weights and the batch are in the file
 * </pre>
 */
public final class Worker {
    private final Function<Task, Program> programs;
    private final Map<Task, Program> running = new HashMap<>();

    private Worker(Function<Task, Program> programs) {
        this.programs = programs;
    }

    /** Says what it is, then answers until its input ends. */
    public static void main(String[] args) throws IOException {
        Worker worker = new Worker(args[0].equals("kit") ? KitProgram::new : ProductsProgram::new);
        System.out.println("Java " + System.getProperty("java.version") + ", " + Blas.describe());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(worker.answer(line.split(" ", 5)));
        }
    }

    private String answer(String[] words) throws IOException {
        Task task = Task.of(words[1], words[2], words[3]);
        return switch (words[0]) {
            case "time" -> time(task, Integer.parseInt(words[4]));
            case "costs" -> costs(task, Integer.parseInt(words[4]));
            case "write" -> write(task, Path.of(words[4]));
            default -> throw new IllegalArgumentException("no such question: " + words[0]);
        };
    }

    private String time(Task task, int steps) {
        Program program = running.computeIfAbsent(task, programs);
        long start = System.nanoTime();
        for (int k = 0; k < steps; k++) {
            program.step();
        }
        return Double.toString((System.nanoTime() - start) / 1e9);
    }

    private String costs(Task task, int steps) {
        Program program = programs.apply(task);
        return IntStream.range(0, steps)
                .mapToObj(k -> {
                    double J = program.cost();
                    program.step();
                    return Double.toString(J);
                })
                .collect(Collectors.joining(" "));
    }

    /** Every parameter, then X and Y, row by row, as float64 with the lowest byte first. */
    private static String write(Task task, Path file) throws IOException {
        Network net = task.network();
        Dataset data = task.data();
        List<Matrix> all =
                new ArrayList<>(net.parameters().stream().map(Parameter::value).toList());
        all.add(data.X());
        all.add(data.Y());
        int numbers = all.stream().mapToInt(M -> M.rows() * M.cols()).sum();
        ByteBuffer bytes = ByteBuffer.allocate(numbers * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        all.stream().map(Matrix::toArray).flatMap(Arrays::stream).forEach(doubles::put);
        Files.write(file, bytes.array());
        return "ok";
    }
}
