; Installer for Windows: for one user, without an administrator, in two languages.
;
; ISCC /DVersion=1.2.0 resources\packaging\windows\qtdesk.iss     (Inno Setup 6.3 or newer)
;
; It installs dist\qtdesk as `python dev.py build` has made it. Start with Windows is a
; setting of the program itself, so it is none of the installer's. The agent's data is
; left where it is, unless the agent says otherwise while uninstalling.

#ifndef Version
  #error Give the version: ISCC /DVersion=1.2.0 qtdesk.iss
#endif
#define Root "..\..\.."

[Setup]
; Never to be changed: by it an older release is found and replaced.
AppId={{7D0E3C55-6C0B-4B0E-9B62-2E2D1A6F3C41}
AppName=qtdesk
AppVersion={#Version}
AppVerName=qtdesk {#Version}
AppPublisher=qtdesk
VersionInfoVersion={#Version}
DefaultDirName={autopf}\qtdesk
DisableDirPage=yes
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; A running qtdesk is asked to end by the code below; whatever else holds its files
; open is found by Windows.
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Root}\dist
OutputBaseFilename=qtdesk-{#Version}-windows-setup
SetupIconFile={#Root}\build\packaging\work\build\qtdesk.ico
UninstallDisplayIcon={app}\qtdesk.exe
WizardStyle=modern
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; Not among those that come with Inno Setup: docs/packaging.md says where it is from.
Name: "zh_CN"; MessagesFile: "ChineseSimplified.isl"

[CustomMessages]
en.AskData=Remove your settings and the list of your phrasebooks, too? The phrasebooks themselves stay.
zh_CN.AskData=是否同时删除你的设置和话术库列表？话术库文件本身会保留。
en.StartNow=Start qtdesk
zh_CN.StartNow=启动 qtdesk

[Files]
Source: "{#Root}\dist\qtdesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older release had and this one has not must not be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\qtdesk"; Filename: "{app}\qtdesk.exe"

[Run]
Filename: "{app}\qtdesk.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent

[Code]
procedure AskToEnd;
var
  Answer: Integer;
begin
  if FileExists(ExpandConstant('{app}\qtdesk-cli.exe')) then
    Exec(ExpandConstant('{app}\qtdesk-cli.exe'), 'quit', '', SW_HIDE, ewWaitUntilTerminated, Answer);
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  AskToEnd;
  Result := '';
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usUninstall then
    AskToEnd;
  if CurUninstallStep = usPostUninstall then
    { An uninstallation that asks nothing keeps everything. }
    if SuppressibleMsgBox(CustomMessage('AskData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2, IDNO) = IDYES then
      DelTree(ExpandConstant('{localappdata}\qtdesk'), True, True, True);
end;
