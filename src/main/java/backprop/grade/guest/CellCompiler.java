package backprop.grade.guest;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.tools.StandardJavaFileManager;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Compiles the cells of notebooks, one notebook after the other, as a Java kernel does, and runs nothing. A program
 * for a sandbox: what it compiles may be made to harm a compiler.
 *
 * <p>Each message is text, and is answered by a {@link Compiled}: {@link #BEGIN} and what stands before the first cell
 * begin a new notebook; {@link #CELL} and a cell go on with it. An empty message tells that it is up. */
public final class CellCompiler {
  /** Begins a message: a new notebook. */
  public static final char BEGIN = 'B';
  /** Begins a message: the next cell. */
  public static final char CELL = 'C';
  /** A message for a rehearsal. */
  public static final String REHEARSAL = BEGIN + "int twice(int x) { return 2 * x; }\ntwice(21)";
  private static final int LONGEST = 2000; // characters of what a compiler says

  private final String classPath;
  private Recorder recorder;
  private JShell shell;
  private StandardJavaFileManager files;

  private CellCompiler(String classPath) { this.classPath = classPath; }

  /** Runs until the pipe ends.
   * @param args none
   * @throws IOException if the pipe breaks */
  public static void main(String[] args) throws IOException {
    Frames frames = new Frames(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    CellCompiler compiler = new CellCompiler(System.getProperty("java.class.path"));
    frames.write(new byte[0]); // it is up
    while (true) {
      String message = new String(frames.read(), StandardCharsets.UTF_8);
      String source = message.substring(1);
      Compiled answer = message.charAt(0) == BEGIN ? compiler.begin(source) : compiler.compiled(source);
      frames.write(answer.bytes());
    }
  }

  /** A new notebook, in a new shell: one that has seen another submission might not load again what it knows. */
  private Compiled begin(String source) {
    if (shell != null) { shell.close(); }
    Recorder fresh = new Recorder();
    recorder = fresh;
    shell = JShell.builder().executionEngine(new RecorderProvider(fresh), null).fileManager(this::kept)
        .compilerOptions("--class-path", classPath).build();
    return compiled(source);
  }

  /** The first of the file managers, for all shells: it knows by then what is in the jars, and learns nothing of a
   * shell's own classes. */
  private StandardJavaFileManager kept(StandardJavaFileManager another) {
    if (files == null) { files = another; }
    return files;
  }

  /** All snippets of a cell, up to the first that does not compile. */
  private Compiled compiled(String cell) {
    List<Code> snippets = new ArrayList<>();
    TreeSet<String> undefined = new TreeSet<>();
    String rest = cell;
    while (true) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!next.completeness().isComplete()) {
        String error = next.completeness() == Completeness.EMPTY ? "" : incomplete(rest);
        return new Compiled(snippets, error, List.copyOf(undefined));
      }
      List<SnippetEvent> events = shell.eval(next.source());
      for (SnippetEvent event : events) {
        if (event.status() == Snippet.Status.REJECTED) {
          recorder.taken();
          return new Compiled(snippets, rejected(event.snippet()), List.copyOf(undefined));
        }
        if (event.snippet() instanceof DeclarationSnippet declared) {
          shell.unresolvedDependencies(declared).map(name -> Excerpt.of(name, LONGEST)).forEach(undefined::add);
        }
      }
      snippets.add(recorder.taken());
      rest = next.remaining();
    }
  }

  private static String incomplete(String rest) {
    return "The cell ends before its code does: is a bracket, a quote or a comment not closed?\n"
        + Excerpt.of(rest.strip().lines().findFirst().orElse(""), LONGEST);
  }

  /** The first error, and the line at which it points. */
  private String rejected(Snippet snippet) {
    Diag first = shell.diagnostics(snippet).filter(Diag::isError).findFirst().orElse(null);
    if (first == null) { return "The compiler refuses it."; }
    String said = first.getMessage(Locale.ROOT).lines().map(String::strip).filter(line -> !line.startsWith("location:"))
        .reduce((one, other) -> one + "\n" + other).orElse("");
    String source = snippet.source();
    int at = (int) Math.max(0, Math.min(first.getPosition(), source.length()));
    int from = source.lastIndexOf('\n', at - 1) + 1;
    int newline = source.indexOf('\n', at);
    String line = source.substring(from, newline < 0 ? source.length() : newline).strip();
    return Excerpt.of(said, LONGEST) + "\n" + Excerpt.of(line, LONGEST);
  }
}
