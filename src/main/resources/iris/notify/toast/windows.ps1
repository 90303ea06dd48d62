# Shows or withdraws one toast. What a feed said comes base64-encoded in the environment and becomes a text node:
# it is never part of a script nor of markup.
$ErrorActionPreference = 'Stop'
function Get-Given($name) {
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Environment]::GetEnvironmentVariable($name)))
}
# A program without an installed shortcut may not show toasts of its own: Windows PowerShell lends its name.
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime] | Out-Null
[Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime] | Out-Null
$manager = [Windows.UI.Notifications.ToastNotificationManager]
$tag = Get-Given 'IRIS_TOAST_TAG'
switch (Get-Given 'IRIS_TOAST_DO') {
  'probe' { $manager.FullName | Out-Null }
  'withdraw' { $manager::History.Remove($tag, 'iris', $app) }
  default {
    $xml = New-Object Windows.Data.Xml.Dom.XmlDocument
    $xml.LoadXml('<toast><visual><binding template="ToastGeneric"><text/><text/></binding></visual>' +
      '<actions><action activationType="system" arguments="dismiss" content=""/></actions>' +
      '<audio silent="true"/></toast>')
    $texts = $xml.GetElementsByTagName('text')
    $texts.Item(0).AppendChild($xml.CreateTextNode((Get-Given 'IRIS_TOAST_TITLE'))) | Out-Null
    $texts.Item(1).AppendChild($xml.CreateTextNode((Get-Given 'IRIS_TOAST_TEXT'))) | Out-Null
    # A reminder stays on the screen until a hand closes it.
    if ((Get-Given 'IRIS_TOAST_DO') -eq 'critical') { $xml.DocumentElement.SetAttribute('scenario', 'reminder') }
    $toast = New-Object Windows.UI.Notifications.ToastNotification $xml
    $toast.Tag = $tag
    $toast.Group = 'iris'
    $manager::CreateToastNotifier($app).Show($toast)
  }
}
