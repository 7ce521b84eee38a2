/**
 * The product keys that Microsoft publishes: setup keys of KMS clients, keys for virtual machines, generic keys that
 * install an edition and activate nothing. They are secret to nobody, and which one stands in a message says which
 * edition somebody installs. They are written in plain: a reviewer can hold them against the pages, which hashes would
 * prevent without hiding anything.
 * @see https://learn.microsoft.com/windows-server/get-started/kms-client-activation-keys
 * @see https://learn.microsoft.com/windows-server/get-started/automatic-vm-activation
 * @see https://learn.microsoft.com/office/volume-license-activation/gvlks
 */

/** The setup keys of KMS clients, one edition a line. */
const KMS_CLIENTS = `
  Windows Server 2025 Standard | TVRH6-WHNXV-R9WG3-9XRFY-MY832
  Windows Server 2025 Datacenter | D764K-2NDRG-47T6Q-P8T8W-YP6DF
  Windows Server 2025 Datacenter: Azure Edition | XGN3F-F394H-FD2MY-PP6FD-8MCRC
  Windows Server 2022 Standard | VDYBN-27WPP-V4HQT-9VMD4-VMK7H
  Windows Server 2022 Datacenter | WX4NM-KYWYW-QJJR4-XV3QB-6VM33
  Windows Server 2022 Datacenter: Azure Edition | NTBV8-9K7Q8-V27C6-M2BTV-KHMXV
  Windows Server 2019 Standard | N69G4-B89J2-4G8F4-WWYCC-J464C
  Windows Server 2019 Datacenter | WMDGN-G9PQG-XVVXX-R3X43-63DFG
  Windows Server 2019 Essentials | WVDHN-86M7X-466P6-VHXV7-YY726
  Windows Server 2016 Standard | WC2BQ-8NRM3-FDDYY-2BFGV-KHKQY
  Windows Server 2016 Datacenter | CB7KF-BWN84-R7R2Y-793K2-8XDDG
  Windows Server 2016 Essentials | JCKRF-N37P4-C2D82-9YXRT-4M63B
  Windows Server 1809–20H2 Standard | N2KJX-J94YW-TQVFB-DG9YT-724CC
  Windows Server 1809–20H2 Datacenter | 6NMRW-2C8FM-D24W7-TQWMY-CWH2D
  Windows Server 1803 Standard | PTXN8-JFHJM-4WC78-MPCBR-9W4KR
  Windows Server 1803 Datacenter | 2HXDN-KRXHB-GPYC7-YCKFJ-7FVDG
  Windows Server 1709 Standard | DPCNP-XQFKJ-BJF7R-FRC8D-GF6G4
  Windows Server 1709 Datacenter | 6Y6KB-N82V8-D8CQV-23MJW-BWTG6
  Windows Server 2012 R2 Standard | D2N9P-3P6X9-2R39C-7RTCD-MDVJX
  Windows Server 2012 R2 Datacenter | W3GGN-FT8W3-Y4M27-J84CP-Q3VJ9
  Windows Server 2012 R2 Essentials | KNC87-3J2TX-XB4WP-VCPJV-M4FWM
  Windows Server 2012 Standard | XC9B7-NBPP2-83J2H-RHMBY-92BT4
  Windows Server 2012 MultiPoint Standard | HM7DN-YVMH3-46JC3-XYTG7-CYQJJ
  Windows Server 2012 MultiPoint Premium | XNH6W-2V9GX-RGJ4K-Y8X6F-QGJ2G
  Windows Server 2012 Datacenter | 48HP8-DN98B-MYWDG-T2DCC-8W83P
  Windows Server 2012 Essentials | HTDQM-NBMMG-KGYDT-2DTKT-J2MPV
  Windows Server 2008 R2 Web | 6TPJF-RBVHG-WBW2R-86QPH-6RTM4
  Windows Server 2008 R2 HPC | TT8MH-CG224-D3D7Q-498W2-9QCTX
  Windows Server 2008 R2 Standard | YC6KT-GKW9T-YTKYR-T4X34-R7VHC
  Windows Server 2008 R2 Enterprise | 489J6-VHDMP-X63PK-3K798-CPX3Y
  Windows Server 2008 R2 Datacenter | 74YFP-3QFB3-KQT8W-PMXWJ-7M648
  Windows Server 2008 R2 for Itanium | GT63C-RJFQ3-4GMB6-BRFB9-CB83V
  Windows Server 2008 Web | WYR28-R7TFJ-3X2YQ-YCY4H-M249D
  Windows Server 2008 Standard | TM24T-X9RMF-VWXK6-X8JC9-BFGM2
  Windows Server 2008 Standard without Hyper-V | W7VD6-7JFBR-RX26B-YKQ3Y-6FFFJ
  Windows Server 2008 Enterprise | YQGMW-MPWTJ-34KDK-48M3W-X4Q6V
  Windows Server 2008 Enterprise without Hyper-V | 39BXF-X8Q23-P2WWT-38T2F-G3FPG
  Windows Server 2008 HPC | RCTX3-KWVHP-BR6TB-RB6DM-6X7HP
  Windows Server 2008 Datacenter | 7M67G-PC374-GR742-YH8V4-TCBY3
  Windows Server 2008 Datacenter without Hyper-V | 22XQ2-VRXRG-P8D42-K34TD-G3QQC
  Windows Server 2008 for Itanium | 4DWFP-JF3DJ-B7DTH-78FJB-PDRHK
  Windows 11/10 Pro | W269N-WFGWX-YVC9B-4J6C9-T83GX
  Windows 11/10 Pro N | MH37W-N47XK-V7XM9-C7227-GCQG9
  Windows 11/10 Pro for Workstations | NRG8B-VKK3Q-CXVCJ-9G2XF-6Q84J
  Windows 11/10 Pro for Workstations N | 9FNHH-K3HBT-3W4TD-6383H-6XYWF
  Windows 11/10 Pro Education | 6TP4R-GNPTD-KYYHQ-7B7DP-J447Y
  Windows 11/10 Pro Education N | YVWGF-BXNMC-HTQYQ-CPQ99-66QFC
  Windows 11/10 Education | NW6C2-QMPVW-D7KKK-3GKT6-VCFB2
  Windows 11/10 Education N | 2WH4N-8QGBV-H22JP-CT43Q-MDWWJ
  Windows 11/10 Enterprise | NPPR9-FWDCX-D2C8J-H872K-2YT43
  Windows 11/10 Enterprise N | DPH2V-TTNVB-4X9Q3-TJR4H-KHJW4
  Windows 11/10 Enterprise G | YYVX9-NTFWV-6MDM3-9PT4T-4M68B
  Windows 11/10 Enterprise G N | 44RPN-FTY23-9VTTB-MP9BX-T84FV
  Windows 11/10 Enterprise LTSC | M7XTQ-FN8P6-TTKYV-9D4CC-J462D
  Windows 11/10 Enterprise N LTSC | 92NFX-8DJQP-P6BBQ-THF9C-7CG2H
  Windows IoT Enterprise LTSC | KBN8V-HFGQ4-MGXVD-347P6-PDQGT
  Windows 10 Enterprise LTSB 2016 | DCPHK-NFMTC-H88MJ-PFHPY-QJ4BJ
  Windows 10 Enterprise N LTSB 2016 | QFFDN-GRT3P-VKWWX-X7T3R-8B639
  Windows 10 Enterprise LTSB 2015 | WNMTR-4C88C-JK8YV-HQ7T2-76DF9
  Windows 10 Enterprise N LTSB 2015 | 2F77B-TNFGY-69QQF-B8YKP-D69TJ
  Windows 8.1 Pro | GCRJD-8NW9H-F2CDX-CCM8D-9D6T9
  Windows 8.1 Pro N | HMCNV-VVBFX-7HMBH-CTY9B-B4FXY
  Windows 8.1 Enterprise | MHF9N-XY6XB-WVXMC-BTDCT-MKKG7
  Windows 8.1 Enterprise N | TT4HM-HN7YT-62K67-RGRQJ-JFFXW
  Windows 8 Pro | NG4HW-VH26C-733KW-K6F98-J8CK4
  Windows 8 Pro N | XCVCF-2NXM9-723PB-MHCB7-2RYQQ
  Windows 8 Enterprise | 32JNW-9KQ84-P47T8-D8GGY-CWCK7
  Windows 8 Enterprise N | JMNMF-RHW7P-DMY6X-RF3DR-X2BQT
  Windows 7 Professional | FJ82H-XT6CR-J8D7P-XQJJ2-GPDD4
  Windows 7 Professional N | MRPKT-YTG23-K7D7T-X2JMM-QY7MG
  Windows 7 Professional E | W82YF-2Q76Y-63HXB-FGJG9-GF7QX
  Windows 7 Enterprise | 33PXH-7Y6KF-2VJC9-XBBR8-HVTHH
  Windows 7 Enterprise N | YDRBP-3D83W-TY26F-D46B2-XCKRJ
  Windows 7 Enterprise E | C29WB-22CC8-VJ326-GHFJW-H9DH4
  Windows Vista Business | YFKBB-PQJJV-G996G-VWGXY-2V3X8
  Windows Vista Business N | HMBQG-8H2RH-C77VX-27R82-VMQBT
  Windows Vista Enterprise | VKK3X-68KWM-X2YGT-QR4M6-4BWMV
  Windows Vista Enterprise N | VTC42-BM838-43QHV-84HX6-XJXKV
  Office LTSC Professional Plus 2024 | XJ2XN-FW8RK-P4HMP-DKDBV-GCVGB
  Office LTSC Standard 2024 | V28N4-JG22K-W66P8-VTMGK-H6HGR
  Project Professional 2024 | FQQ23-N4YCY-73HQ3-FM9WC-76HF4
  Project Standard 2024 | PD3TT-NTHQQ-VC7CY-MFXK3-G87F8
  Visio LTSC Professional 2024 | B7TN8-FJ8V3-7QYCP-HQPMV-YY89G
  Visio LTSC Standard 2024 | JMMVY-XFNQC-KK4HK-9H7R3-WQQTV
  Office LTSC Professional Plus 2021 | FXYTK-NJJ8C-GB6DW-3DYQT-6F7TH
  Office LTSC Standard 2021 | KDX7X-BNVR8-TXXGX-4Q7Y8-78VT3
  Project Professional 2021 | FTNWT-C6WBT-8HMGF-K9PRX-QV9H8
  Project Standard 2021 | J2JDC-NJCYY-9RGQ4-YXWMH-T3D4T
  Visio LTSC Professional 2021 | KNH8D-FGHT4-T8RK3-CTDYJ-K2HT4
  Visio LTSC Standard 2021 | MJVNY-BYWPY-CWV6J-2RKRT-4M8QG
  Office Professional Plus 2019 | NMMKJ-6RK4F-KMJVX-8D9MJ-6MWKP
  Office Standard 2019 | 6NWWJ-YQWMR-QKGCB-6TMB3-9D9HK
  Project Professional 2019 | B4NPR-3FKK7-T2MBV-FRQ4W-PKD2B
  Project Standard 2019 | C4F7P-NCP8C-6CQPT-MQHV9-JXD2M
  Visio Professional 2019 | 9BGNQ-K37YR-RQHF2-38RQ3-7VCBB
  Visio Standard 2019 | 7TQNQ-K3YQQ-3PFH7-CCPPM-X4VQ2
  Office Professional Plus 2016 | XQNVK-8JYDB-WJ9W3-YJ8YR-WFG99
  Office Standard 2016 | JNRGM-WHDWX-FJJG3-K47QV-DRTFM
  Project Professional 2016 | YG9NW-3K39V-2T3HJ-93F3Q-G83KT
  Project Standard 2016 | GNFHQ-F6YQM-KQDGJ-327XX-KQBVC
  Visio Professional 2016 | PD3PC-RHNGV-FXJ29-8JK7D-RJRJK
  Visio Standard 2016 | 7WHWN-4T7MP-G96JF-G33KR-W8GF4`;

/** Automatic Virtual Machine Activation: the host of the virtual machine activates it. */
const VIRTUAL_MACHINES = `
  Windows Server 2025 Datacenter (AVMA) | YQB4H-NKHHJ-Q6K4R-4VMY6-VCH67
  Windows Server 2025 Datacenter: Azure Edition (AVMA) | 6NMQ9-T38WF-6MFGM-QYGYM-88J4F
  Windows Server 2025 Standard (AVMA) | WWVGQ-PNHV9-B89P4-8GGM9-9HPQ4
  Windows Server 2022 Datacenter (AVMA) | W3GNR-8DDXR-2TFRP-H8P33-DV9BG
  Windows Server 2022 Datacenter: Azure Edition (AVMA) | F7TB6-YKN8Y-FCC6R-KQ484-VMK3J
  Windows Server 2022 Standard (AVMA) | YDFWN-MJ9JR-3DYRK-FXXRW-78VHK
  Windows Server 2019 Datacenter (AVMA) | H3RNG-8C32Q-Q8FRX-6TDXV-WMBMW
  Windows Server 2019 Standard (AVMA) | TNK62-RXVTB-4P47B-2D623-4GF74
  Windows Server 2019 Essentials (AVMA) | 2CTP7-NHT64-BP62M-FV6GG-HFV28
  Windows Server 2016 Datacenter (AVMA) | TMJ3Y-NTRTM-FJYXT-T22BY-CWG3J
  Windows Server 2016 Standard (AVMA) | C3RCX-M6NRP-6CXC9-TW2F2-4RHYD
  Windows Server 2016 Essentials (AVMA) | B4YNW-62DX9-W8V6M-82649-MHBKQ
  Windows Server 2012 R2 Datacenter (AVMA) | Y4TGP-NPTV9-HTC2H-7MGQ3-DV4TW
  Windows Server 2012 R2 Standard (AVMA) | DBGBW-NPF86-BJVTX-K3WKJ-MTB6V
  Windows Server 2012 R2 Essentials (AVMA) | K2XGM-NMBT3-2R6Q8-WF2FK-P36R2`;

/** What Setup itself puts in where no key is given. */
const GENERIC = `
  Windows 11/10 Home (generic) | YTMG3-N6DKC-DKB77-7M9GH-8HVX7
  Windows 11/10 Home N (generic) | 4CPRK-NM3K3-X6XXQ-RXX86-WXCHW
  Windows 11/10 Home Single Language (generic) | BT79Q-G7N6G-PGBYW-4YWX6-6F4BT
  Windows 11/10 Pro (generic) | VK7JG-NPHTM-C97JM-9MPGT-3V66T
  Windows 11/10 Pro N (generic) | 2B87N-8KFHP-DKV6R-Y2C8J-PKCKT
  Windows 11/10 Education (generic) | YNMGQ-8RYV3-4PGQ3-C8XTP-7CFBY
  Windows 11/10 Enterprise (generic) | XGVPP-NMH47-7TTHJ-W3FW7-8HV2C`;

let editions: ReadonlyMap<string, string> | undefined;

/** The editions by the 25 characters of their keys, made for the first key that a message holds. */
export function publishedKeys(): ReadonlyMap<string, string> {
  editions ??= new Map([KMS_CLIENTS, VIRTUAL_MACHINES, GENERIC].flatMap(readTable));
  return editions;
}

function readTable(table: string): (readonly [string, string])[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [edition = '', key = ''] = line.split(' | ');
    return [key.replaceAll('-', ''), edition.trim()] as const;
  });
}
