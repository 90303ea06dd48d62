package iris.ui.shift.paper;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A command "lp" that is really run, and keeps what it is given instead of printing it. */
public final class PaperOfATest implements Press {
  private final Path folder;
  private final List<String> printers;

  /** @param ending the last lines of the command, in the language of the shell */
  public PaperOfATest(Path folder, String ending, List<String> printers) throws IOException {
    this.folder = folder;
    this.printers = printers;
    ends(ending);
  }

  public void ends(String ending) throws IOException {
    Path lp = folder.resolve("lp");
    Path next = Files.writeString(folder.resolve("lp.new"),
        "#!/bin/sh\ncd '" + folder + "'\necho \"$*\" > order\ncat > paper.pdf\n" + ending + "\n");
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
    Files.move(next, lp, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public List<String> printers() {
    return printers;
  }

  @Override
  public Optional<Reason> print(byte[] pdf, String printer) throws IOException {
    return Spooler.print(folder.resolve("lp"), pdf, printer);
  }

  /** The words behind the command. */
  public String order() throws IOException {
    return Files.readString(folder.resolve("order")).strip();
  }

  /** What stands on the paper. */
  public String printed() {
    try (PDDocument document = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\R", " ").replace('\u00a0', ' ').replace('\u202f', ' ');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
