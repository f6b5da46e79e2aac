package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell that does not end is told. */
class UnclosedTest {
    private static final String BRACE = "write } behind the last line that belongs to it";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for (int i = 0; i < 3; i++) {|{|1|" + BRACE,
                "double f(double x) {~  if (x > 1) {~    return 2;~  return 1;~}|{|2|" + BRACE,
                "double f(double x) {~  if (x > 1) {~    return 2;~  }~  return 1;|{|1|" + BRACE,
                "class Foo {~  void f() {~    g(\")}\");|{|2|" + BRACE + "; 1 more around it is open too",
                "int k = 1;~A.get(0, 1|(|2|close it with )",
                "int[] k = new int[3|[|1|close it with ]",
                "%vars~A.plus(B|(|2|close it with )",
                "int k = 3; // {~A.plus('(', \"(\"|(|2|close it with )",
                "int k = 3; /* a {|/*|1|end the comment with */",
                "String s = \"\"\"~  a { \"b\"|\"\"\"|1|end the text with \"\"\""
            })
    void theLineOfWhatIsOpenIsNamed(String cell, String open, int line, String hint) {
        String code = cell.replace('~', '\n');
        Note note = Unclosed.note(code);
        assertThat(note.headline()).isEqualTo("The " + open + " in line " + line + " is never closed.");
        assertThat(note.hint()).isEqualTo(hint);
        assertThat(note.lines().get(0)).isEqualTo(code.split("\n", -1)[line - 1]);
        String carets = note.lines().get(1);
        assertThat(note.lines().get(0).substring(carets.indexOf('^'), carets.length()))
                .isEqualTo(open);
    }

    @Test
    void aCellInWhichAllIsClosedShowsItsLastLine() {
        assertThat(Unclosed.note("int k = 3;\nint x =\n").text()).isEqualTo("""
          The cell ends within a statement.
          Hint: write the rest of its last line
              int x =""");
    }

    @Test
    void aKernelsWordsForAnotherMistakeRemain() {
        try (JShell shell = JShell.create()) {
            UnfinishedCell unfinished = new UnfinishedCell(shell);
            assertThat(unfinished.instead("Incomplete input:")).isEmpty();
            unfinished.began("for (");
            assertThat(unfinished.instead("Evaluation interrupted.")).isEmpty();
            assertThat(unfinished.instead("Incomplete input:"))
                    .get()
                    .asString()
                    .contains("The ( in line 1 is never closed.");
            assertThat(unfinished.is("for (")).isTrue();
            assertThat(unfinished.is("int k = 1;")).isFalse();
        }
    }
}
