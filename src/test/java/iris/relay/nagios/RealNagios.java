package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.relay.real.Await;
import iris.relay.real.Daemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Nagios 4 of this machine in a folder of its own, with the definitions that the documentation gives to copy. It hands
 * everything it is told to a shell: {@code illegal_macro_output_chars} is not set, and its notification command would run
 * what stands in the text of a plugin.
 */
public final class RealNagios implements AutoCloseable {
  static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final String OURSELVES = System.getProperty("user.name");
  private static final String USER = ROOT ? "nagios" : OURSELVES;
  private static final Pattern THRESHOLD = Pattern.compile("freshness_threshold +240\\b");

  final Path folder;
  private final Daemon daemon;

  private RealNagios(Path folder, Daemon daemon) {
    this.folder = folder;
    this.daemon = daemon;
  }

  /**
   * @param folder empty; @param more further objects
   * @param patience freshness threshold in seconds instead of the documented one, which no test can wait for
   */
  public static RealNagios start(Path folder, int patience, String more) throws IOException, InterruptedException {
    return start(folder, patience, more, USER, ROOT ? "www-data" : group());
  }

  /** Without becoming another user: its plugins may then read what only we may. */
  static RealNagios startAsOurselves(Path folder, int patience, String more) throws IOException, InterruptedException {
    return start(folder, patience, more, OURSELVES, group());
  }

  private static RealNagios start(Path folder, int patience, String more, String user, String group)
      throws IOException, InterruptedException {
    Path program = Daemon.program("nagios4", "nagios4-core");
    for (String sub : List.of("rw", "spool", "told", "archives")) Files.createDirectories(folder.resolve(sub));
    String documented = Files.readString(Path.of("src/docs/relay/nagios.cfg"));
    Matcher m = THRESHOLD.matcher(documented);
    assertEquals(1, m.results().count(), "four times the usual minute of resend, in one place");
    Files.writeString(folder.resolve("iris.cfg"), m.replaceAll("freshness_threshold " + patience));
    Files.writeString(folder.resolve("site.cfg"), site(folder) + more);
    Files.writeString(folder.resolve("nagios.cfg"), main(folder, user, group));
    Files.writeString(folder.resolve("cgi.cfg"), cgi(folder));
    if (!user.equals(OURSELVES)) give(folder);
    RealNagios nagios = new RealNagios(folder,
        Daemon.start(folder.resolve("nagios.out"), Map.of(), program.toString(), folder.resolve("nagios.cfg").toString()));
    nagios.running();
    return nagios;
  }

  /** The room's own contact: writes down what it is notified of, through a shell and without quotes. */
  private static String site(Path folder) {
    return """
        define command {
          command_name tell
          command_line /bin/echo $NOTIFICATIONTYPE$ $SERVICEDESC$ $SERVICESTATE$ $SERVICEOUTPUT$ >> %1$s/told/notified
        }
        define contact {
          contact_name night
          service_notification_period iris-always
          host_notification_period iris-always
          service_notification_options w,u,c,r
          host_notification_options n
          service_notification_commands tell
          host_notification_commands tell
        }
        define contactgroup {
          contactgroup_name admins
          alias admins
          members night
        }
        """.formatted(folder);
  }

  private static String main(Path folder, String user, String group) {
    return """
        log_file=%1$s/nagios.log
        cfg_file=%1$s/iris.cfg
        cfg_file=%1$s/site.cfg
        object_cache_file=%1$s/objects.cache
        precached_object_file=%1$s/objects.precache
        status_file=%1$s/status.dat
        status_update_interval=1
        nagios_user=%2$s
        nagios_group=%3$s
        check_external_commands=1
        command_file=%1$s/rw/nagios.cmd
        lock_file=%1$s/nagios.pid
        temp_file=%1$s/nagios.tmp
        temp_path=%1$s
        check_result_path=%1$s/spool
        query_socket=%1$s/rw/nagios.qh
        log_archive_path=%1$s/archives
        use_syslog=0
        retain_state_information=1
        retention_update_interval=1
        state_retention_file=%1$s/retention.dat
        check_service_freshness=1
        service_freshness_check_interval=1
        additional_freshness_latency=0
        check_result_reaper_frequency=1
        check_for_updates=0
        interval_length=1
        """.formatted(folder, user, group);
  }

  private static String cgi(Path folder) {
    return """
        main_config_file=%1$s/nagios.cfg
        physical_html_path=/usr/share/nagios4/htdocs
        url_html_path=/nagios4
        use_authentication=1
        authorized_for_all_services=iris
        authorized_for_all_hosts=iris
        authorized_for_all_service_commands=iris
        authorized_for_system_information=iris
        """.formatted(folder);
  }

  static String group() {
    try {
      return Files.readAttributes(Path.of("/proc/self"), java.nio.file.attribute.PosixFileAttributes.class).group().getName();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** As root the server becomes another user, and the web server's group must reach the pipe: as Debian has it. */
  private static void give(Path folder) throws IOException {
    UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Files.setOwner(path, users.lookupPrincipalByName(USER));
        if (Files.isDirectory(path)) Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    Path rw = folder.resolve("rw");
    Files.getFileAttributeView(rw, java.nio.file.attribute.PosixFileAttributeView.class)
        .setGroup(users.lookupPrincipalByGroupName("www-data"));
    Files.setAttribute(rw, "unix:mode", 042710);
  }

  public Path pipe() {
    return folder.resolve("rw/nagios.cmd");
  }

  public Path status() {
    return folder.resolve("status.dat");
  }

  private void running() throws InterruptedException {
    Await.until(() -> {
      if (!daemon.alive()) throw new AssertionError("Nagios ended: " + daemon.said());
      return Files.exists(pipe()) && count("Successfully launched command file worker") > 0 && Files.exists(status());
    }, daemon::said);
  }

  void kill() throws InterruptedException {
    daemon.kill();
  }

  void again() throws IOException, InterruptedException {
    Files.deleteIfExists(status());
    daemon.again();
    running();
  }

  public String log() {
    return read(folder.resolve("nagios.log"));
  }

  /** What the night was notified of, a line each. */
  public List<String> notified() {
    return read(folder.resolve("told/notified")).lines().toList();
  }

  /** The changes of state of a service, as {@code CRITICAL}, {@code OK}. */
  public List<String> alerts(String service) {
    return Pattern.compile("SERVICE ALERT: iris;" + Pattern.quote(service) + ";(\\w+);").matcher(log()).results()
        .map(found -> found.group(1)).toList();
  }

  long count(String text) {
    return log().lines().filter(line -> line.contains(text)).count();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
